# SPDX-License-Identifier: MIT
"""Which words of a quotation are read aloud, in a window of their own."""
