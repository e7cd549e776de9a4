# SPDX-License-Identifier: MIT
"""Pages written as PDF: what is drawn, the structure it is read by, and what the document says of itself."""
