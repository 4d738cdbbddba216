"""The operations along time, each declared once: as a method of labelled figures and as a function over any table."""

from __future__ import annotations

from ..refusals import explain
from . import (
    across_releases,
    comparable,
    composition,
    diagnosis,
    growth,
    hierarchy,
    parts,
    prices,
    ranks,
    revisions,
    year_to_date,
)
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
from .year_to_date import *  # noqa: F403

__all__ = ["as_of", "shift_share"]
__all__ += across_releases.__all__
__all__ += comparable.__all__
__all__ += composition.__all__
__all__ += diagnosis.__all__
__all__ += growth.__all__
__all__ += hierarchy.__all__
__all__ += parts.__all__
__all__ += prices.__all__
__all__ += ranks.__all__
__all__ += revisions.__all__
__all__ += year_to_date.__all__

explain(globals(), __all__)
