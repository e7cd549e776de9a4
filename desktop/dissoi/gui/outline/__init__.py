# SPDX-License-Identifier: MIT
"""The left of the window: everything in the dossier, and what is still missing."""
