"""Input that cannot be right is refused in a sentence, and never read as something else."""

from __future__ import annotations

import kebi
import numpy as np
import pytest


def test_columns_of_unlike_lengths_are_refused_with_both_lengths() -> None:
    short = {"period": ["2018", "2019", "2020"], "total": ["100"], "east": ["60", "66", "70"]}
    with pytest.raises(kebi.KebiError, match="found 1 figures for 3 spans"):
        kebi.shares(short, "total")
    with pytest.raises(kebi.KebiError, match="found 1 figures for 2 spans"):
        kebi.Series.from_frame({"period": ["2018", "2019"], "v": ["7"]}, value="v")
    with pytest.raises(kebi.KebiError, match="found 2 figures for 1 spans"):
        kebi.Series.from_frame({"period": ["2018"], "v": ["7", "8"]}, value="v")
    levels = {"period": ["2018", "2019"], "v": ["7", "8"], "g": ["1.0"]}
    with pytest.raises(kebi.KebiError, match="found 1 figures for 2 spans"):
        kebi.Series.from_frame(levels, value="v", growth="g")


@pytest.mark.parametrize("column", ["region", "indicator", "period", "value"])
def test_a_long_table_with_a_short_column_is_refused(column: str) -> None:
    table = {
        "region": ["甲", "甲"],
        "indicator": ["出口", "出口"],
        "period": ["2018-06", "2019-06"],
        "value": ["100", "110"],
    }
    table[column] = table[column][:1]
    for take in (kebi.Panel.from_frame, kebi.year_over_year, kebi.period_over_period):
        with pytest.raises(kebi.KebiError, match="one length|as long as"):
            take(table)
