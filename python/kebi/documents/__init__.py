"""Many documents: reading them, their facts as one table, and questions to it."""

from __future__ import annotations

from ..refusals import explain
from .rows_of_facts import facts_schema, facts_table
from .many import read_many
from .reports import Reports

__all__ = ["Reports", "facts_schema", "facts_table", "read_many"]

explain(globals(), __all__)
