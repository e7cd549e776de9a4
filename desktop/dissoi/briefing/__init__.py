# SPDX-License-Identifier: MIT
"""Briefing: a dossier set as a PDF to print. What goes in (`content`) is apart from how it is set.

The way of a brief: dossier -> `content.Brief` (what is said) -> `rows.Row` (set lines) ->
`pages.Page` (lines in their places) -> PDF. The text layer is `fonts`, `lines`
and `typesetting` alone.
"""
