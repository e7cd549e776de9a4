# SPDX-License-Identifier: MIT
"""The room of files: the dossier's own, its lock, settings, and a safe way to write any other."""
