# SPDX-License-Identifier: MIT
"""Suggested positions: who holds what in an article, to accept, merge or leave."""
