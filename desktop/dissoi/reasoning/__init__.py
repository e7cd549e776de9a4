# SPDX-License-Identifier: MIT
"""Judgements about a dossier, each a pure function of it."""
