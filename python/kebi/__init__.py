"""kebi (可比): official figures, the targets a plan sets for them, and comparable growth.

>>> import kebi
>>> kebi.formulas.base("172.8", kebi.Percent("1.1"))  # what 172.8, up 1.1 %, says of the year before
Bounds(170.78596144340088, 171.05393369619003)
"""

from __future__ import annotations

try:
    from . import _core, enums, formulas, functions, reports
except ImportError as missing:  # pragma: no cover
    raise ImportError(
        "kebi's compiled part is missing or was built for another Python: "
        "install it with pip install . from the source folder"
    ) from missing

from ._core import (
    Assessment,
    Bounds,
    Catalogue,
    Fact,
    Growth,
    Indicator,
    KebiError,
    Lexicon,
    Percent,
    Period,
    Points,
    ReadError,
    Settings,
    Unit,
    __version__,
    standard_catalogue,
)
from .functions import *  # noqa: F403
from .functions.release_history import ReleaseHistory
from .reports import (
    Assessments,
    Audit,
    Inference,
    Report,
    read,
    read_outcome,
    read_target,
    read_text,
)
from .series.panel import Panel
from .series.panels import panels_from_frame
from .series.series import Series
from .tables.tree import Hierarchy
from .tables.unreliable import UnreliableWarning

__all__ = [
    "Assessment",
    "Assessments",
    "Audit",
    "Bounds",
    "Catalogue",
    "Fact",
    "Growth",
    "Hierarchy",
    "Indicator",
    "Inference",
    "KebiError",
    "Lexicon",
    "Panel",
    "Percent",
    "Period",
    "Points",
    "ReadError",
    "ReleaseHistory",
    "Report",
    "Series",
    "Settings",
    "Unit",
    "UnreliableWarning",
    "__version__",
    "enums",
    "formulas",
    "get_cmake_dir",
    "get_include",
    "panels_from_frame",
    "read",
    "read_outcome",
    "read_target",
    "read_text",
    "reports",
    "standard_catalogue",
]
__all__ += functions.__all__

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
