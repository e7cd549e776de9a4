# SPDX-License-Identifier: MIT
"""The earlier versions of a dossier, to be looked at and to be gone back to."""
