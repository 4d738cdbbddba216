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
from .chains import carry_over, chain, chained_growth, interval_growth, required, two_year_average
from .composition import growth_of_product, growth_of_ratio, growth_of_residual, growth_of_sum
from .growth import (
    average_increment,
    base,
    growth_rate,
    increment,
    is_scope_break,
    level,
    revision_factor,
)
from .losses import SignedGrowth, base_of_loss, growth_or_swing
from .prices import new_price, nominal_growth, overhang, price_growth, real_growth, year_over_year
from .progress import Progress, progress
from .rounding import convert, read_decimal, round_to, rounding_interval
from .shares import (
    ShareOfGrowth,
    base_share,
    contribution_to_growth,
    share,
    share_change,
    share_of_growth,
)
from .weights import (
    base_multiple,
    growth_of_rest,
    growth_of_whole,
    implied_weight,
    increment_of_whole,
    mixed_growth,
    residual_base,
    weight_in_base,
)

__all__ = [
    "Progress",
    "ShareOfGrowth",
    "SignedGrowth",
    "average_increment",
    "base",
    "base_multiple",
    "base_of_loss",
    "base_share",
    "carry_over",
    "chain",
    "chained_growth",
    "contribution_to_growth",
    "convert",
    "growth_of_product",
    "growth_of_ratio",
    "growth_of_residual",
    "growth_of_rest",
    "growth_of_sum",
    "growth_of_whole",
    "growth_or_swing",
    "growth_rate",
    "implied_weight",
    "increment",
    "increment_of_whole",
    "interval_growth",
    "is_scope_break",
    "level",
    "mixed_growth",
    "new_price",
    "nominal_growth",
    "overhang",
    "price_growth",
    "progress",
    "read_decimal",
    "real_growth",
    "required",
    "residual_base",
    "revision_factor",
    "round_to",
    "rounding_interval",
    "share",
    "share_change",
    "share_of_growth",
    "two_year_average",
    "weight_in_base",
    "year_over_year",
]

explain(globals(), __all__, "kebi.formulas")
