"""Year-over-year growth of a long table from Python: kebi beside pandas and polars.

All three answer the same question from the same frame: for each row the growth over the row of the
same region and indicator a year before, absent where that row is missing, as a column in the order
of the rows. One thread each (`--threads` lets polars take all), ratios of the fastest of several
runs. docs/benchmarks.md says more.
"""

from __future__ import annotations

import os
import sys

ALL_THREADS = "--threads" in sys.argv
if not ALL_THREADS:
    os.environ["POLARS_MAX_THREADS"] = "1"  # before polars is imported

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

import kebi


def table(regions: int, indicators: int, months: int, order: str = "series by series") -> pd.DataFrame:
    """A long table of numbered names, 2% of its months missing, its rows in one of three orders."""
    random = np.random.default_rng(1)
    r, k, t = np.meshgrid(
        *(np.arange(n, dtype=np.int32) for n in (regions, indicators, months)), indexing="ij"
    )
    kept = np.flatnonzero(random.random(r.size) >= 0.02)
    if order == "month by month":
        kept = kept[np.argsort(kept % months, kind="stable")]
    elif order == "shuffled":
        random.shuffle(kept)
    t = t.ravel()[kept]
    return pd.DataFrame({
        "region": r.ravel()[kept],
        "indicator": k.ravel()[kept],
        "period": ((2015 + t // 12) * 100 + t % 12 + 1).astype(np.int32),
        "value": np.round(random.uniform(100, 1000, kept.size), 1),
    })


def named(frame: pd.DataFrame) -> pd.DataFrame:
    """The same table with names in words and dates, as most tables have them."""
    year, month = frame["period"] // 100, frame["period"] % 100
    return pd.DataFrame({
        "region": "region " + frame["region"].astype(str),
        "indicator": "indicator " + frame["indicator"].astype(str),
        "period": pd.to_datetime({"year": year, "month": month, "day": 1}),
        "value": frame["value"],
    })


def categorised(frame: pd.DataFrame) -> pd.DataFrame:
    """Names in words and dates, with the names as categories."""
    return named(frame).astype({"region": "category", "indicator": "category"})


KEYS = ["region", "indicator", "period"]


def by_pandas(frame: pd.DataFrame) -> Any:
    numbers = frame["period"].dtype.kind == "i"
    year = 100 if numbers else pd.DateOffset(years=1)
    base = frame.assign(period=frame["period"] + year)
    both = frame.merge(base, on=KEYS, how="left", suffixes=("", "_base"))
    return (both["value"] / both["value_base"] - 1) * 100


def by_polars(frame: pl.DataFrame) -> Any:
    when = pl.col("period")
    numbers = frame.schema["period"].is_integer()
    base = frame.with_columns(when + 100 if numbers else when.dt.offset_by("1y"))
    both = frame.join(base, on=KEYS, how="left", suffix="_base", maintain_order="left")
    return both.select((pl.col("value") / pl.col("value_base") - 1) * 100).to_series()


def fastest(times: int, run: Callable[[], Any]) -> float:
    clock = time.perf_counter if ALL_THREADS else time.process_time
    best = float("inf")
    for _ in range(times):
        start = clock()
        run()
        best = min(best, clock() - start)
    return best


def compare(name: str, frame: pd.DataFrame, times: int) -> None:
    in_polars = pl.from_pandas(frame)
    ours = kebi.year_over_year(frame)
    for other in (by_pandas(frame).to_numpy(), by_polars(in_polars).to_numpy()):
        np.testing.assert_allclose(ours, other, rtol=0, atol=1e-9)
    pandas = fastest(times, lambda: by_pandas(frame))
    polars = fastest(times, lambda: by_polars(in_polars))
    own = fastest(times * 3, lambda: kebi.year_over_year(frame))
    own_polars = fastest(times * 3, lambda: kebi.year_over_year(in_polars))
    print(f"{name:34}{pandas * 1e3:10.2f}{polars * 1e3:10.2f}{own * 1e3:10.3f}{own_polars * 1e3:10.3f}"
          f"{pandas / own:9.0f}{polars / own_polars:9.0f}", flush=True)


def compare_panel() -> None:
    """The same figures kept as a panel, and as a wide frame in pandas."""
    frame = table(8, 5, 60)
    panel = kebi.Panel.from_frame(frame, decimals=1)
    levels = np.ascontiguousarray(panel.values.reshape(40, 60))
    wide = pd.DataFrame(levels.T)
    pandas = fastest(200, lambda: (wide / wide.shift(12) - 1) * 100)
    joined = fastest(50, lambda: by_pandas(frame))
    own = fastest(2000, panel.year_over_year)
    out = np.empty_like(levels)
    array = fastest(2000, lambda: kebi.year_over_year(levels, out=out))
    print(f"\n40 x 60 kept as a panel: pandas join {joined * 1e6:.0f} us, wide pandas by rows "
          f"{pandas * 1e6:.0f} us,\nPanel.year_over_year {own * 1e6:.1f} us (1/{joined / own:.0f} of the join, "
          f"1/{pandas / own:.0f} of the rows), on an array {array * 1e6:.1f} us (1/{joined / array:.0f})")


def main() -> None:
    threads = "all threads" if ALL_THREADS else "one thread"
    print(f"numpy {np.__version__}, pandas {pd.__version__}, polars {pl.__version__} on {threads}")
    print(f"{'milliseconds':34}{'pandas':>10}{'polars':>10}{'kebi':>10}{'(polars)':>10}{'pandas':>9}{'polars':>9}")
    size = (3000, 20, 120)
    for what, made in {"words, dates": named, "categories, dates": categorised, "numbers": lambda f: f}.items():
        compare(f"3 000 x 20 x 120, {what}", made(table(*size)), 2)
        for order in ("month by month", "shuffled"):
            compare(f"the same, {order}", made(table(*size, order)), 1)
        compare(f"40 x 60, {what}", made(table(8, 5, 60)), 50)
    compare_panel()


if __name__ == "__main__":
    main()
