# SPDX-License-Identifier: MIT
"""The list of all passages: what each is, and which arguments rest on it."""
