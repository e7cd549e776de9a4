# SPDX-License-Identifier: MIT
"""A dossier to and from the formats of other programs. `interchange` is Dissoi's own form in JSON."""
