# SPDX-License-Identifier: MIT
"""Ground floor: the dossier as a value, and the pure functions over it. No files, no Qt, no clock."""
