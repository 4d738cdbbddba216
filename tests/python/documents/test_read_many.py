"""Many documents: one table of facts, and what is asked of it."""

from __future__ import annotations

import os
import sys
import time

import pytest

import kebi

CITIES = {"南京市": "5.2", "苏州市": "6.0", "桦川县": "4.9"}


@pytest.fixture
def folder(tmp_path):
    for city, rate in CITIES.items():
        text = f"2025年{city}地区生产总值1850.5亿元，增长{rate}%。"
        (tmp_path / f"{city}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def plans(folder):
    for year, words in [(2025, "2025年主要预期目标是：地区生产总值增长5%左右，社会消费品零售总额增长7%以上。"),
                        (2026, "2025年地区生产总值增长5.2%，社会消费品零售总额增长6.1%。")]:
        (folder / f"{year}.txt").write_text(words, encoding="utf-8")
    return kebi.read_many([folder / "2025.txt", folder / "2026.txt"], region="梧州市")


def test_a_pattern_a_folder_and_a_list_name_the_same_documents(folder):
    of_pattern = kebi.read_many(f"{folder}/*.txt")
    files = sorted(str(file) for file in folder.iterdir())
    assert list(of_pattern) == files == list(kebi.read_many(folder)) == list(kebi.read_many(files))
    assert list(kebi.read_many([*files, files[0]])) == files


def test_a_document_that_cannot_be_read_stops_nothing(folder):
    (folder / "scan.pdf").write_bytes(b"no pdf")
    (folder / "note.jpg").write_bytes(b"")
    named = [folder, folder / "note.jpg", folder / "lost.txt"]
    reports = kebi.read_many(named)
    assert len(reports) == len(CITIES)
    assert [os.path.basename(source) for source in reports.failed] == ["scan.pdf", "note.jpg", "lost.txt"]
    assert all(sentence for sentence in reports.failed.values())
    assert "3 documents failed" in repr(reports)


def test_nothing_to_read_is_said(tmp_path):
    with pytest.raises(kebi.KebiError, match="no file of a kind that kebi reads"):
        kebi.read_many(f"{tmp_path}/*.txt")
    with pytest.raises(kebi.KebiError, match="one process or more"):
        kebi.read_many(tmp_path, processes=0)


def test_processes_give_the_rows_of_one_process(folder):
    one, two = kebi.read_many(folder, processes=1), kebi.read_many(folder, processes=2)
    assert one.to_arrow().equals(two.to_arrow())
    assert one.documents == two.documents


def test_the_document_that_ends_its_process_is_named_and_the_others_are_read(folder, monkeypatch):
    module = sys.modules["kebi.documents.many"]
    read = module.read_bytes

    def ending(data, name, **about):
        if "苏州市" in name:
            os._exit(1)
        return read(data, name, **about)

    monkeypatch.setattr(module, "read_bytes", ending)
    reports = kebi.read_many(folder, processes=2)
    assert len(reports) == len(CITIES) - 1
    assert [os.path.basename(source) for source in reports.failed] == ["苏州市.txt"]


def test_each_fact_is_a_row_with_its_source_and_place(folder):
    frame = kebi.read_many(folder).to_frame()
    row = frame[(frame.region == "苏州市") & (frame.measure == "growth")].iloc[0]
    assert (row.indicator, row.region_code, row.period, row.value, row.unit) == ("地区生产总值", "320500", "2025", 6.0, "%")
    text = (folder / "苏州市.txt").read_bytes()
    assert text[row.start : row.end].decode() == row.text
    assert row.source == str(folder / "苏州市.txt")
    assert frame[frame.region == "桦川县"].region_code.isna().all()


def test_the_frame_is_of_the_library_asked_for(folder):
    reports = kebi.read_many(folder)
    assert reports.to_frame("polars").shape == reports.to_frame().shape == reports.to_arrow().shape
    with pytest.raises(kebi.KebiError, match="pandas, polars or pyarrow"):
        reports.to_frame("numpy")


def test_region_and_period_may_be_told_by_the_path(tmp_path):
    (tmp_path / "渭南市-2025.txt").write_text("全市固定资产投资增长3.1%。", encoding="utf-8")
    reports = kebi.read_many(
        tmp_path,
        region=lambda path: os.path.basename(path).partition("-")[0],
        period=lambda path: os.path.splitext(path)[0].rpartition("-")[2],
    )
    row = reports.to_arrow().to_pylist()[0]
    assert (row["region"], row["period"], row["region_code"]) == ("渭南市", "2025", "610500")


def test_a_pivot_is_regions_by_periods_or_by_figures(folder):
    reports = kebi.read_many(folder)
    growth = reports.pivot("GDP growth")
    assert growth.index.tolist() == ["南京市", "苏州市", "桦川县"]
    assert growth["2025"].tolist() == [5.2, 6.0, 4.9]
    both = reports.pivot(["GDP growth", "地区生产总值 level"], period="2025")
    assert both.loc["南京市"].tolist() == [5.2, 1850.5]


def test_a_pivot_of_ranges_has_both_ends(tmp_path):
    for city, words in [("南平市", "增长5%左右"), ("龙岩市", "增长5%—5.5%")]:
        (tmp_path / f"{city}.txt").write_text(f"2026年主要预期目标是：地区生产总值{words}。", encoding="utf-8")
    reports = kebi.read_many(tmp_path, region=lambda path: os.path.basename(path)[:-4])
    targets = reports.pivot("GDP target")
    assert targets.loc["龙岩市"].tolist() == [5.0, 5.5]
    assert targets.loc["南平市"].tolist() == [5.0, 5.0]


def test_amounts_in_other_units_are_shown_in_the_usual_one(tmp_path):
    for city, amount in [("南平市", "2300.5亿元"), ("龙岩市", "3400亿元"), ("杭州市", "2.18万亿元")]:
        (tmp_path / f"{city}.txt").write_text(f"2025年{city}地区生产总值{amount}。", encoding="utf-8")
    assert kebi.read_many(tmp_path).pivot("GDP level").loc["杭州市", "2025"] == pytest.approx(21800)


def test_a_cell_that_documents_disagree_about_is_of_the_later_one(tmp_path):
    for year, rate in [(2025, "5.0"), (2026, "5.1")]:
        text = f"2024年地区生产总值增长{rate}%。{year - 1}年城镇新增就业3.2万人，进出口总额增长1.5%。"
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    reports = kebi.read_many(tmp_path, region="南平市", period=lambda path: f"{int(path[-8:-4]) - 1}")
    assert reports.pivot("GDP growth")["2024"].tolist() == [5.1]
    twice = reports.duplicates()
    assert twice.source.map(os.path.basename).tolist() == ["2025.txt", "2026.txt"]
    assert twice.agrees.tolist() == [False, False]


def test_a_figure_that_no_document_states_is_named(folder):
    with pytest.raises(kebi.KebiError, match="no document states 'CPI growth'"):
        kebi.read_many(folder).pivot("CPI growth")
    with pytest.raises(kebi.KebiError, match="use one of these names"):
        kebi.read_many(folder).pivot("value added of share")


def test_targets_meet_the_outcomes_that_the_next_report_states(tmp_path):
    joined = plans(tmp_path).targets_with_outcomes()
    assert joined.indicator.tolist() == ["地区生产总值", "社会消费品零售总额"]
    assert joined.outcome_value.tolist() == [5.2, 6.1]
    assert joined.verdict.tolist() == ["met", "missed"]
    assert joined.target_source.map(os.path.basename).tolist() == ["2025.txt"] * 2
    assert joined.outcome_source.map(os.path.basename).tolist() == ["2026.txt"] * 2


def test_a_document_is_read_again_when_asked_for(folder):
    reports = kebi.read_many(folder)
    source = next(iter(reports))
    assert len(reports[source]) == 2
    with pytest.raises(KeyError, match="no document"):
        reports["lost.txt"]


@pytest.mark.parametrize("library", ["rich", "tqdm"])
def test_a_progress_bar_is_shown_where_asked_for(folder, library, monkeypatch, capfd):
    if library == "tqdm":
        monkeypatch.setitem(sys.modules, "rich.console", None)
    assert len(kebi.read_many(folder, progress=True)) == len(CITIES)
    assert "reading documents" in capfd.readouterr().err


def test_many_documents_take_little_longer_than_reading_them(tmp_path):
    text = "。".join(f"2025年，南平市第{i}类产品产值{i + 100}.5亿元，增长{i % 9}.{i % 7}%" for i in range(300))
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    def cost(action):
        started = time.process_time()
        action()
        return time.process_time() - started

    alone = min(cost(lambda: [kebi.read(str(file)) for file in tmp_path.iterdir()]) for _ in range(2))
    assert min(cost(lambda: kebi.read_many(tmp_path, processes=1)) for _ in range(2)) < 6 * alone
