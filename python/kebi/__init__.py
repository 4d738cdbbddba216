"""kebi (可比): official figures, the targets a plan sets for them, and comparable growth.

>>> import kebi
>>> kebi.formulas.base("172.8", kebi.Percent("1.1"))  # what 172.8, up 1.1 %, says of the year before
Bounds(170.78596144340088, 171.05393369619003)
"""

from __future__ import annotations

try:
    from . import _core, enums, formulas
except ImportError as missing:  # pragma: no cover
    raise ImportError(
        "kebi's compiled part is missing or was built for another Python: "
        "install it with pip install . from the source folder"
    ) from missing

from ._core import (
    Assessment,
    Bounds,
    Catalogue,
    Contradiction,
    Estimate,
    Fact,
    Growth,
    Indicator,
    KebiError,
    Lexicon,
    Need,
    Pace,
    Passed,
    Percent,
    Period,
    Points,
    ReadError,
    Settings,
    Unit,
    Unread,
    __version__,
    standard_catalogue,
)
from .functions.comparable import agreements, recuts
from .functions.composition import (
    growth_of_products,
    growth_of_ratios,
    growth_of_residuals,
    growth_of_sums,
)
from .functions.growth import (
    comparable_base,
    cumulated,
    growth_since,
    linked,
    period_over_period,
    revision_factors,
    single_month_growth,
    single_months,
    to_frequency,
    turns,
    year_over_year,
)
from .functions.hierarchy import Hierarchy, disagreements, filled, rolled_down, rolled_up
from .functions.ranks import ranks
from .functions.rates import (
    acceleration,
    annualised,
    average_growth,
    carry_overs,
    chained_rates,
    interval_growth,
    new_prices,
    overhangs,
    two_year_average,
)
from .functions.releases import as_of, growth_across, revisions
from .functions.shares import (
    contributions,
    pulls,
    share_changes,
    shares,
)
from .functions.shares_from_growth import (
    base_shares,
    contributions_by_growth,
    increments,
    pulls_by_growth,
    share_changes_by_growth,
)
from .functions.shift_share import shift_share
from .functions.year_to_date import growth_before, implied_weights
from .reports import (
    Assessments,
    Audit,
    Check,
    ImpliedFigure,
    Inference,
    Report,
    StillToCome,
    read,
    read_outcome,
    read_target,
    read_text,
)
from .series.agreement import Agreement
from .series.comparable_base import ComparableBase
from .series.panel import Panel
from .series.panels import panels_from_frame
from .series.release_history import ReleaseHistory
from .series.series import Series
from .series.unstable import UnreliableWarning

__all__ = [
    "Agreement",
    "Assessment",
    "Assessments",
    "Audit",
    "Bounds",
    "Catalogue",
    "Check",
    "ComparableBase",
    "Contradiction",
    "Estimate",
    "Fact",
    "Growth",
    "Hierarchy",
    "ImpliedFigure",
    "Indicator",
    "Inference",
    "KebiError",
    "Lexicon",
    "Need",
    "Pace",
    "Panel",
    "Passed",
    "Percent",
    "Period",
    "Points",
    "ReadError",
    "ReleaseHistory",
    "Report",
    "Series",
    "Settings",
    "StillToCome",
    "Unit",
    "Unread",
    "UnreliableWarning",
    "__version__",
    "acceleration",
    "agreements",
    "annualised",
    "as_of",
    "average_growth",
    "base_shares",
    "carry_overs",
    "chained_rates",
    "comparable_base",
    "contributions",
    "contributions_by_growth",
    "cumulated",
    "disagreements",
    "enums",
    "filled",
    "formulas",
    "get_cmake_dir",
    "get_include",
    "growth_across",
    "growth_before",
    "growth_of_products",
    "growth_of_ratios",
    "growth_of_residuals",
    "growth_of_sums",
    "growth_since",
    "implied_weights",
    "increments",
    "interval_growth",
    "linked",
    "new_prices",
    "overhangs",
    "panels_from_frame",
    "period_over_period",
    "pulls",
    "pulls_by_growth",
    "ranks",
    "read",
    "read_outcome",
    "read_target",
    "read_text",
    "recuts",
    "revision_factors",
    "revisions",
    "rolled_down",
    "rolled_up",
    "share_changes",
    "share_changes_by_growth",
    "shares",
    "shift_share",
    "single_month_growth",
    "single_months",
    "standard_catalogue",
    "to_frequency",
    "turns",
    "two_year_average",
    "year_over_year",
]

# Users meet these types as kebi's own.
for _name in __all__:
    _object = globals().get(_name)
    if isinstance(_object, type) and _object.__module__ == "kebi._core":
        _object.__module__ = "kebi"
del _name, _object


def get_include() -> str:
    """Return the folder of the C++ headers that the package contains.

    Returns
    -------
    str
        A path, for the compiler's option ``-I``.

    Examples
    --------
    >>> import kebi, os
    >>> os.path.exists(os.path.join(kebi.get_include(), "kebi", "version.hpp"))
    True
    """
    import os

    return os.path.join(os.path.dirname(_core.__file__), "include")


def get_cmake_dir() -> str:
    """Return the folder of the files for CMake's ``find_package(kebi)``.

    Returns
    -------
    str
        A path, for the variable ``kebi_DIR``.

    Examples
    --------
    >>> import kebi, os
    >>> os.path.basename(kebi.get_cmake_dir())
    'kebi'
    """
    import os

    return os.path.join(os.path.dirname(_core.__file__), "lib", "cmake", "kebi")


def __dir__() -> list[str]:
    return __all__
