"""Progress towards the target of a later year, by the published methods of statistical agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import _core

if TYPE_CHECKING:
    from .._core import Bounds
    from .arguments import Number


class Progress(NamedTuple):
    """Where a figure stands on its way to a target, by one method.

    Attributes
    ----------
    method : str
        The method that graded it.
    measure : Bounds
        What the method measures: observed on required progress, 1 being on the way; without a target the
        growth a year in the direction that is better, in percent.
    worst, best : str
        The grades that the printed digits allow; mostly one and the same.
    score : Bounds or None
        Open SDG's score from -5 to 5.
    """

    method: str
    measure: Bounds
    worst: str
    best: str
    score: Bounds | None

    @property
    def grade(self) -> str | None:
        """The grade, or None where rounding leaves it open between `worst` and `best`."""
        return self.worst if self.worst == self.best else None


def progress(
    base: Number,
    current: Number,
    target: Number | None = None,
    *,
    base_year: int,
    current_year: int,
    target_year: int = 2030,
    better: str = "higher",
    limit: float | None = None,
    method: str = "open_sdg",
) -> Progress:
    """Grade the progress of an indicator from a base year to the target of a later year.

    Parameters
    ----------
    base, current : float, str, Decimal or Bounds
        The figure in the base year and now. Texts and decimals are printed numbers, good to half a unit of
        their last digit.
    target : float, str, Decimal or Bounds, optional
        What it is to reach, exact as printed; without one the growth a year is graded.
    base_year, current_year, target_year : int
        The years of the three.
    better : {"higher", "lower"}
        The direction that is better.
    limit : float, optional
        A value that it cannot pass, as 100 for a share: of what is close to it Open SDG asks less growth where
        there is no target.
    method : {"open_sdg", "eurostat", "unsd", "sdsn"}
        The method; docs/reference/progress.md has the formulas, grades and thresholds of each.

    Returns
    -------
    Progress
        Measure, grades and score. A target that the base year had met already is a limit to be kept
        (`within_limit`, `limit_exceeded`).

    Raises
    ------
    KebiError
        Where the method does not apply: values that are not above zero for methods of growth, no target
        for `sdsn`, years out of order.

    Notes
    -----
    Sources: Statistics Canada and Open SDG, progress methodology; Eurostat, Sustainable development in the
    European Union; UNSD, SDG Progress Chart 2023, technical note; SDSN, Sustainable Development Report.

    Examples
    --------
    >>> from kebi.formulas import progress
    >>> poverty = progress("14.5", "10.4", "7.25", base_year=2015, current_year=2023, better="lower")
    >>> print(poverty.measure, poverty.grade)  # low income in Canada
    [0.8832, 0.9189] acceleration_needed
    >>> progress(100.0, 104.0, base_year=2015, current_year=2019, method="eurostat").grade
    'moderate_progress'
    """
    found = _core.progress_of(base, current, target, base_year, current_year, target_year, better, limit, method)
    return Progress(method, *found)
