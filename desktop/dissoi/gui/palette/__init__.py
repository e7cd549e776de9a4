# SPDX-License-Identifier: MIT
"""One line that finds anything in the dossier and runs any command."""
