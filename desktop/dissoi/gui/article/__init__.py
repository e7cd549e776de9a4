# SPDX-License-Identifier: MIT
"""The article pane: an article as rich text, its passages marked, its words ready to be quoted."""
