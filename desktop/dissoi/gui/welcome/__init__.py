# SPDX-License-Identifier: MIT
"""The page shown before a dossier is open."""
