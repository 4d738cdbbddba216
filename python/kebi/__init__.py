"""kebi (可比): official figures, the targets a plan sets for them, and comparable growth.

>>> import kebi
>>> kebi.formulas.base("172.8", kebi.Percent("1.1"))  # what 172.8, up 1.1 %, says of the year before
Bounds(170.78596144340088, 171.05393369619003)
"""

from __future__ import annotations

from importlib import import_module

try:
    from . import _core, enums, refusals
except ImportError as missing:  # pragma: no cover
    raise ImportError(
        "kebi's compiled part is missing or was built for another Python: "
        "install it with pip install . from the source folder"
    ) from missing

TYPE_CHECKING = False  # as in `typing`, which takes longer to import than the compiled part
if TYPE_CHECKING:
    from typing import Any

    from . import formulas as formulas
    from . import functions as functions
    from . import reports as reports
    from ._core import Assessment as Assessment
    from ._core import Bounds as Bounds
    from ._core import Catalogue as Catalogue
    from ._core import Fact as Fact
    from ._core import CellGrid as CellGrid
    from ._core import Growth as Growth
    from ._core import Indicator as Indicator
    from ._core import KebiError as KebiError
    from ._core import Lexicon as Lexicon
    from ._core import Percent as Percent
    from ._core import Period as Period
    from ._core import Points as Points
    from ._core import ReadError as ReadError
    from ._core import Settings as Settings
    from ._core import Unit as Unit
    from ._core import __version__ as __version__
    from ._core import standard_catalogue as standard_catalogue
    from .documents import Reports as Reports
    from .documents import facts_schema as facts_schema
    from .documents import facts_table as facts_table
    from .documents import read_many as read_many
    from .frames.names import SpellingWarning as SpellingWarning
    from .functions.across_releases import *  # noqa: F403
    from .functions.as_of import *  # noqa: F403
    from .functions.comparable import *  # noqa: F403
    from .functions.composition import *  # noqa: F403
    from .functions.diagnosis import *  # noqa: F403
    from .functions.growth import *  # noqa: F403
    from .functions.hierarchy import *  # noqa: F403
    from .functions.parts import *  # noqa: F403
    from .functions.prices import *  # noqa: F403
    from .functions.ranks import *  # noqa: F403
    from .functions.revisions import *  # noqa: F403
    from .functions.shift_share import *  # noqa: F403
    from .functions.weights import *  # noqa: F403
    from .functions.year_to_date import *  # noqa: F403
    from .functions.release_history import ReleaseHistory as ReleaseHistory
    from .reports import Assessments as Assessments
    from .reports import Audit as Audit
    from .reports import Inference as Inference
    from .reports import Limits as Limits
    from .reports import Report as Report
    from .reports import read as read
    from .reports import read_outcome as read_outcome
    from .reports import read_target as read_target
    from .reports import read_text as read_text
    from .series.panel import Panel as Panel
    from .series.panels import panels_from_frame as panels_from_frame
    from .series.series import Series as Series
    from .tables.refused import RefusedWarning as RefusedWarning
    from .tables.tree import Hierarchy as Hierarchy
    from .tables.unreliable import AcrossReleasesWarning as AcrossReleasesWarning
    from .tables.unreliable import UnreliableWarning as UnreliableWarning

# The same for Python: modules whose names are imported when they are first used, so that importing
# kebi costs little. tests/layers.py compares it with the imports above; operations are not listed.
_NAMES = {
    "": ("enums", "formulas", "functions", "reports"),
    "_core": (
        "Assessment", "Bounds", "Catalogue", "Fact", "CellGrid", "Growth", "Indicator", "KebiError", "Lexicon", "Percent",
        "Period", "Points", "ReadError", "Settings", "Unit", "__version__", "standard_catalogue",
    ),
    "documents": ("Reports", "facts_schema", "facts_table", "read_many"),
    "frames.names": ("SpellingWarning",),
    "functions.release_history": ("ReleaseHistory",),
    "reports": ("Assessments", "Audit", "Inference", "Limits", "Report", "read", "read_outcome", "read_target", "read_text"),
    "series.panel": ("Panel",),
    "series.panels": ("panels_from_frame",),
    "series.series": ("Series",),
    "tables.refused": ("RefusedWarning",),
    "tables.tree": ("Hierarchy",),
    "tables.unreliable": ("AcrossReleasesWarning", "UnreliableWarning"),
}  # fmt: skip
_HOMES = {name: home for home, names in _NAMES.items() for name in names}

# Compiled names are there at once; users meet the types as kebi's own.
for _name in _NAMES["_core"]:
    globals()[_name] = _object = getattr(_core, _name)
    if isinstance(_object, type):
        _object.__module__ = "kebi"
        refusals.explain_class(_object, f"kebi.{_name}")
    elif callable(_object):
        globals()[_name] = refusals.explained(_object, f"kebi.{_name}")
del _name, _object


def _module(home: str) -> Any:
    if home.startswith("functions"):
        import_module(".series.panel", __name__)  # the kinds of table that operations give back
    return import_module(f".{home}", __name__)


def __getattr__(name: str) -> Any:
    if name == "__all__":
        listed = [each for each in _HOMES if each != "functions"]  # its names are those of kebi
        return [*listed, "get_cmake_dir", "get_include", *_module("functions").__all__]
    home = _HOMES.get(name, "" if name.startswith("_") else "functions")
    module = _module(home or name) if home or name in _HOMES else None
    if module is None or (name not in _HOMES and name not in module.__all__):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(module, name) if home else module
    return found


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
    names: list[str] = __getattr__("__all__")
    return names
