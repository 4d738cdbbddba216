"""Enumerations: the kinds of statement, measure, unit of time, verdict and absence that kebi knows.

The names of the members are the codes of the exchange form (docs/reference/facts.md).

>>> from kebi.enums import Measure
>>> Measure.growth.name
'growth'
"""

from __future__ import annotations

from ._core import (
    Basis,
    Better,
    Comparable,
    Direction,
    Frequency,
    Grade,
    GrowthAt,
    Identity,
    Kind,
    Lacking,
    Measure,
    Nature,
    ObservationStatus,
    Parts,
    Qualifier,
    Rule,
    Scope,
    Slip,
    Status,
    Verdict,
    WaySource,
)

__all__ = [
    "Basis",
    "Better",
    "Comparable",
    "Direction",
    "Frequency",
    "Grade",
    "GrowthAt",
    "Identity",
    "Kind",
    "Lacking",
    "Measure",
    "Nature",
    "ObservationStatus",
    "Parts",
    "Qualifier",
    "Rule",
    "Scope",
    "Slip",
    "Status",
    "Verdict",
    "WaySource",
]

# Users meet these types as members of this module.
for _name in __all__:
    globals()[_name].__module__ = __name__
del _name
