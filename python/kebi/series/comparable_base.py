"""The bases of a growth: as published a year before, and as the growth implies them."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from .. import _core
from .._core import Period
from ..frames.columns import frame_of_kind
from .figures import Figures

F = TypeVar("F", bound=Figures)



class ComparableBase(Generic[F]):
    """The bases of a growth: as published a year before, as the growth implies, and their ratio.

    The ratio, the revision factor, is 1 where scope and prices stayed what they were. Spans in
    which no rounding brings it to 1 are in `recut`. Where the series was published anew, its
    bases are in `rereleased`, and `rereleased_factor` holds the implied ones against them.
    """

    def __init__(self, levels: F, rereleased: F | None = None) -> None:
        self.published = levels._bases(None)
        self.implied = levels._implied_bases()
        self.factor = levels.revision_factors()
        self.recut = _recut(self.factor)
        self.rereleased: F | None = None
        self.rereleased_factor: F | None = None
        if rereleased is not None:
            self.rereleased = levels._bases(rereleased)
            self.rereleased_factor = levels.revision_factors(rereleased=rereleased)

    def to_columns(self) -> dict[str, Any]:
        """Return the bases as columns, with the bounds of the factor where they are known."""
        columns: dict[str, Any] = {
            "period": [str(p) for p in self.factor.periods],
            "published_base": self.published.values,
            "comparable_base": self.implied.values,
            "revision_factor": self.factor.values,
        }
        if self.factor.has_bounds:
            columns["revision_factor_lo"], columns["revision_factor_hi"] = self.factor.lo, self.factor.hi
            cut = {str(p) for p in self.recut}
            columns["recut"] = [period in cut for period in columns["period"]]
        if self.rereleased is not None and self.rereleased_factor is not None:
            columns["rereleased_base"] = self.rereleased.values
            columns["rereleased_factor"] = self.rereleased_factor.values
        return columns

    def to_pandas(self) -> Any:
        """Return the bases as a pandas frame."""
        return frame_of_kind(self.to_columns(), "pandas")

    def to_polars(self) -> Any:
        """Return the bases as a polars frame."""
        return frame_of_kind(self.to_columns(), "polars")

    def __repr__(self) -> str:
        return f"<ComparableBase of {self.factor._called()}: {len(self.recut)} of {len(self.factor.time)} spans recut>"


def _recut(factor: Figures) -> list[Period]:
    if not factor.has_bounds:
        return []
    return [factor.time.span(t) for t in _core.recut_columns(factor._bounds())]
