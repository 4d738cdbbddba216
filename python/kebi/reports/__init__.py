"""Reports: reading them, their facts, verdicts on targets, what they imply, and their audit."""

from __future__ import annotations

from .._core import BetterWay, Contradiction, Estimate, Need, Pace, Passed, Unread
from ..refusals import explain
from .assessments import Assessments
from .audit import Audit, Check
from .display import Table
from .doubtful import Doubtful
from .formats.limits import Limits
from .implied_figure import ImpliedFigure
from .inference import Inference, StillToCome
from .phrases import read_outcome, read_target
from .read import read, read_bytes, read_text
from .report import Report

__all__ = [
    "Assessments",
    "Audit",
    "BetterWay",
    "Check",
    "Contradiction",
    "Doubtful",
    "Estimate",
    "ImpliedFigure",
    "Inference",
    "Limits",
    "Need",
    "Pace",
    "Passed",
    "Report",
    "StillToCome",
    "Table",
    "Unread",
    "read",
    "read_bytes",
    "read_outcome",
    "read_target",
    "read_text",
]

explain(globals(), __all__, "kebi")
