"""The operations along time, each declared once: as a method of labelled figures and as a function over any table."""

from __future__ import annotations

from ..refusals import explain
from .across_releases import *  # noqa: F403
from .as_of import *  # noqa: F403
from .comparable import *  # noqa: F403
from .composition import *  # noqa: F403
from .diagnosis import *  # noqa: F403
from .growth import *  # noqa: F403
from .hierarchy import *  # noqa: F403
from .parts import *  # noqa: F403
from .prices import *  # noqa: F403
from .ranks import *  # noqa: F403
from .revisions import *  # noqa: F403
from .shift_share import *  # noqa: F403
from .weights import *  # noqa: F403
from .year_to_date import *  # noqa: F403

# Written out, because type checkers read no sum of lists; tests/python/functions/test_help.py compares it.
__all__ = [
    "acceleration",
    "agreements",
    "annualised",
    "as_of",
    "average_growth",
    "average_increment",
    "base_multiple",
    "base_share",
    "carry_over",
    "chained_growth",
    "change_of_level",
    "comparable_base",
    "contribution_to_growth",
    "cumulated",
    "discrepancy",
    "fill_missing",
    "growth_across_releases",
    "growth_before",
    "growth_of_product",
    "growth_of_ratio",
    "growth_of_residual",
    "growth_of_rest",
    "growth_of_spans",
    "growth_of_sum",
    "growth_of_whole",
    "growth_since",
    "growth_status",
    "implied_weight",
    "increment",
    "increment_of_whole",
    "interval_growth",
    "linked",
    "mixed_growth",
    "new_price",
    "nominal_growth",
    "overhang",
    "period_over_period",
    "price_growth",
    "rank",
    "real_growth",
    "residual_base",
    "revision",
    "revision_factor",
    "roll_down",
    "roll_up",
    "scope_breaks",
    "share",
    "share_change",
    "share_of_growth",
    "shift_share",
    "single_month_growth",
    "single_months",
    "to_frequency",
    "two_year_average",
    "weight_in_base",
    "year_over_year",
]

explain(globals(), __all__)
