# SPDX-License-Identifier: MIT
"""Who says, supports, opposes or offers what in an article: proposed, never taken for granted."""

from dissoi.reasoning.attribution.finding import suggestions
from dissoi.reasoning.attribution.grouping import Proposal, proposals
from dissoi.reasoning.attribution.suggestion import Kind, Suggestion

__all__ = ["Kind", "Proposal", "Suggestion", "proposals", "suggestions"]
