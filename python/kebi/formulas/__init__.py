"""Formulas over single numbers: growth, shares, composition, rounding and units.

A number may be a float or an int (exact), a `decimal.Decimal` or a text (a number as printed, good
to half a unit of its last digit), or `kebi.Bounds`. Exact numbers give a float; with a printed
number or bounds among them the result is `Bounds`, guaranteed and as narrow as can be. Rates are
`kebi.Percent`, differences of rates `kebi.Points`. The functions of the same names at the top of
`kebi` do the same over arrays, series and data frames.

>>> from kebi import Percent, formulas
>>> formulas.base("172.8", Percent("1.1"))
Bounds(170.78596144340088, 171.05393369619003)
"""

from __future__ import annotations

from ..refusals import explain
from .chains import carry_over, chain, chained_growth, required
from .composition import growth_of_product, growth_of_ratio, growth_of_residual, growth_of_sum
from .growth import (
    SignedGrowth,
    base,
    growth_or_swing,
    growth_rate,
    increment,
    level,
    revision_factor,
)
from .progress import Progress, progress
from .rounding import convert, read_decimal, round_to, rounding_interval
from .shares import (
    ShareOfGrowth,
    base_share,
    contribution_to_growth,
    implied_weight,
    share,
    share_change,
    share_of_growth,
)

__all__ = [
    "Progress",
    "ShareOfGrowth",
    "SignedGrowth",
    "base",
    "base_share",
    "carry_over",
    "chain",
    "chained_growth",
    "contribution_to_growth",
    "convert",
    "growth_of_product",
    "growth_of_ratio",
    "growth_of_residual",
    "growth_of_sum",
    "growth_or_swing",
    "growth_rate",
    "implied_weight",
    "increment",
    "level",
    "progress",
    "read_decimal",
    "required",
    "revision_factor",
    "round_to",
    "rounding_interval",
    "share",
    "share_change",
    "share_of_growth",
]

explain(globals(), __all__, "kebi.formulas")
