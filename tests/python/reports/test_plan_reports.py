"""Kinds of sentences in reports on a plan, budgets, bulletins and monthly releases of cities, districts and counties."""

from __future__ import annotations

import pytest

import kebi


def told(text, *keys, **known):
    """The facts of a text as tuples of some keys of the exchange form."""
    facts = [fact.to_dict() for fact in kebi.read_text(text, **known).facts]
    return [tuple(fact.get(key) for key in keys) for fact in facts]


def doubts(text, **known):
    return {fact.indicator: fact.doubt for fact in kebi.read_text(text, **known).facts}


def test_the_amount_of_a_plan_is_a_target_and_the_part_behind_it_its_progress():
    text = "2月，一般公共预算收入累计完成3.1亿元，完成年初预算数12.4亿元的25%，比上年减收0.2亿元，下降6.1%。"
    keys = ("indicator", "measure", "value", "status", "period", "of")
    assert told(text, *keys, region="甲县", period="2020-02") == [
        ("一般公共预算收入", "level", 3.1, "actual", "2020-02", None),
        ("一般公共预算收入", "level", 12.4, "target", "2020", None),
        ("一般公共预算收入", "progress", 25, "actual", "2020-02", "年初预算数"),
        ("一般公共预算收入", "change", -0.2, "actual", "2020-02", None),
        ("一般公共预算收入", "growth", -6.1, "actual", "2020-02", None),
    ]


def test_the_amount_of_a_whole_is_the_wholes_own():
    text = "高新技术产业产值84亿元，占工业总产值210亿元的40%，增长7%。"
    assert told(text, "indicator", "measure", "value", "of") == [
        ("高新技术产业产值", "level", 84, None),
        ("工业总产值", "level", 210, None),
        ("高新技术产业产值", "share", 40, "工业总产值"),
        ("高新技术产业产值", "growth", 7, None),
    ]


def test_points_that_are_written_once_reach_all_numbers_of_a_list():
    text = "甲业、乙业、丙业、丁业和戊业增加值分别增长9%、8%、7%、6%和5%，分别比1-4月加快1.1个、1.0个、0.8个、0.7个和0.2个百分点。"
    units = told(text, "unit", period="2020-05")
    assert units == [("%",)] * 5 + [("个百分点",)] * 5


def test_parts_of_a_total_have_its_head():
    text = "固定资产投资增长5.8%。分产业看，第一产业增长9.1%；第二产业增长10.3%。"
    assert told(text, "indicator") == [("固定资产投资",), ("第一产业投资",), ("第二产业投资",)]
    text = "社会消费品零售总额下降5.9%。按经营地分，城镇下降6.1%；按消费形态分，商品零售下降4%，餐饮收入下降17%。"
    assert told(text, "indicator")[1:] == [("城镇零售额",), ("商品零售额",), ("餐饮收入",)]


def test_a_part_told_without_its_measure_has_that_of_the_part_before():
    text = "国有控股企业增加值同比增长8.5%，集体控股企业同比增长14.7%。"
    assert told(text, "indicator") == [("国有控股企业增加值",), ("集体控股企业增加值",)]


def test_an_amount_without_an_owner_has_that_of_the_clause_before():
    text = "龙头企业达到10家。畜牧业健康发展，实现产值27.5亿元。"
    assert told(text, "indicator")[-1] == ("畜牧业产值",)
    assert told("实施80个重点项目，累计完成投资218亿元。", "indicator") == [("重点项目",), ("重点项目完成投资",)]
    text = "接待游客、实现旅游总花费分别增长11.8%、11.5%。"
    assert told(text, "indicator", "value") == [("接待游客", 11.8), ("旅游总花费", 11.5)]


def test_a_flow_up_to_the_end_of_a_month_has_come_together_since_january():
    text = "预计至6月底，地区生产总值达14.7亿元；6月末，存款余额120亿元。"
    assert told(text, "period", period="2016-06") == [("2016H1",), ("2016-06",)]


def test_what_a_plan_tells_of_a_year_before_it_is_no_target():
    text = "2024年重点任务\n2022年，预期寿命为81岁。2024年，预期寿命达到82岁。"
    keys = ("period", "status")
    assert told(text, *keys, region="甲区", period="2023") == [("2022", "actual"), ("2024", "target")]


def test_the_years_of_a_change_are_those_of_its_own_figures():
    text = (
        "政府工作报告\n——2016年2月6日在甲县第九届人民代表大会第六次会议上\n一、“十二五”时期工作回顾\n"
        "五年来，全县实力增强。地区生产总值由2010年的77亿元提高到2015年的161亿元，年均增长13%；"
        "投资累计完成308亿元，是“十一五”的2.5倍；财政收入由5.9亿元增加到15.5亿元。"
    )
    assert told(text, "value", "period") == [
        (77, "2010"),
        (161, "2015"),
        (13, "2011..2015"),
        (308, "2011..2015"),
        (2.5, "2011..2015"),
        (5.9, "2010"),
        (15.5, "2015"),
    ]


def test_a_growth_against_the_year_before_five_years_is_of_all_of_them():
    text = (
        "政府工作报告\n——2026年2月6日在甲县第九届人民代表大会第六次会议上\n一、“十四五”时期工作回顾\n"
        "五年来，环境改善。细颗粒物浓度较2020年下降25%。"
    )
    assert told(text, "value", "basis") == [(-25, "fixed")]


def test_an_address_does_not_hide_the_year_that_a_paragraph_turns_to():
    text = (
        "政府工作报告\n——2016年2月6日在甲县第九届人民代表大会第六次会议上\n一、“十二五”时期和2015年工作回顾\n"
        "五年来，新增就业3.2万人。\n各位代表，刚刚过去的2015年，我们砥砺前行。新增就业0.7万人。"
    )
    assert told(text, "value", "period") == [(3.2, "2011..2015"), (0.7, "2015")]


def test_a_plan_period_inside_a_name_turns_no_paragraph():
    text = (
        "甲市政府工作报告\n一、2024年工作回顾\n"
        "电网“十四五”期间最大的工程投运。5个园区通过认定。"
    )
    assert told(text, "period", "status", period="2024") == [("2024", "actual")]


def test_months_without_a_year_are_of_the_year_of_publication():
    text = "甲区1-5月经济运行情况\n2023-06-27 15:58\n1-5月，全区固定资产投资57.8亿元，增长22.6%。"
    assert told(text, "period", "doubt") == [("2023-01..2023-05", None)] * 2
    assert told(text.replace("2023-06", "2023-03"), "period") == [("2022-01..2022-05",)] * 2


def test_the_first_months_of_a_paragraph_hold_in_a_report_on_months():
    text = "2017年4月甲市经济运行情况\n1-4月份，房地产开发投资27.7亿元。商品房销售面积增长15.7%。"
    assert told(text, "period") == [("2017-01..2017-04",)] * 2


def test_since_a_year_is_not_the_time_of_a_report():
    text = "自2014年起，甲部连续发布公报。近日，《甲部2015年发展公报》发行。\n截至2015年末，文化单位29.9万个。"
    assert told(text, "status", "period")[-1] == ("actual", "2015")


def test_goals_in_numbered_paragraphs_are_targets_of_their_plan():
    text = (
        "甲省发展目标确定\n从会议上获悉，甲省“十一五”经济社会发展的主要目标是：\n"
        "1.经济增长。地区生产总值年均增长10%左右。\n2.结构。城镇化率达到45%左右。"
    )
    keys = ("status", "period")
    assert told(text, *keys, region="甲省", period="2006") == [("target", "2006..2010")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "甲项目运行平稳，有以下4个方面的特点。",
        "通过城乡建设、自身建设等6方面，报告作了说明。",
        "关停某公司日产500吨熟料生产线。",
        "时速350公里的高铁建成通车。",
        "摘掉35年的“贫困帽”。",
        "首个超百亿元水利工程开工。",
        "优化公交站50米内接驳。",
        "图1:2011-2015年生产总值及增长速度",
        "人口有所增加。 表 1 2019年人口数及其构成",
    ],
)
def test_sizes_in_names_and_captions_are_no_statistics(text):
    assert kebi.read_text(text, period="2019").facts == []


def test_orders_of_magnitude_in_names_join_no_list():
    text = "亿元楼达到88幢，其中月亿楼9幢、百亿楼1幢。"
    assert told(text, "value") == [(88,), (9,), (1,)]


def test_words_that_begin_like_an_adverb_stay_in_a_name():
    assert told("6个有机更新项目竣工，累计在库项目29个。", "indicator") == [("有机更新项目竣工",), ("在库项目",)]
    assert told("全县共有45万人口。", "indicator", "unit") == [("人口", "万人")]
    assert told("税收24亿元，逆势增长5%。", "indicator") == [("税收",)] * 2


def test_a_name_that_is_a_clause_of_its_own_is_in_doubt():
    for text in ("29个省市区的企业通过班列通达欧洲。", "740万群众翘首以盼的铁路梦照进现实。"):
        assert list(doubts(text).values()) == [["name"]]
    assert doubts("建成6个就业驿站投入使用。") == {"就业驿站投入使用": []}


def test_an_amount_that_nobody_owns_is_in_doubt():
    assert doubts("累计完成投资10.6亿元。") == {"投资": ["name"]}
    assert doubts("累计完成工业投资10.6亿元。") == {"工业投资": []}


def test_a_first_place_behind_another_subject_is_in_doubt():
    text = "装机规模突破1000万千瓦。外贸增速、保税物流再创历史新高，跃居全区首位。"
    assert doubts(text, region="甲市")["装机规模"] == ["subject"]


def test_ranks_of_one_indicator_that_may_be_of_its_amount_or_its_growth_are_in_doubt():
    text = "一般公共预算收入241.5亿元，增长6.4%，分居全省第4、第3位。"
    assert told(text, "measure", "doubt") == [
        ("level", None),
        ("growth", None),
        ("rank", ["subject"]),
        ("rank", ["subject"]),
    ]


def test_a_planned_amount_of_the_year_is_a_target():
    text = "项目296个，年度计划完成投资410.1亿元。"
    assert told(text, "measure", "value", "status", period="2011")[-1] == ("level", 410.1, "target")


def test_what_a_past_year_strove_for_is_no_target():
    text = "2025年甲市政府工作报告\n2024年各项事业取得成效\n争取国债项目69个。"
    assert told(text, "status", "doubt") == [("actual", ["status"])]


def test_a_district_behind_the_name_of_its_province_is_the_region():
    report = kebi.read_text("上海静安区2024年经济运行情况\n静安区实现税收收入287.8亿元。")
    assert report.region == "静安区"
    assert [fact.indicator for fact in report.facts] == ["税收收入"]


def test_a_later_time_in_a_paragraph_takes_over():
    text = "2024年1-5月甲市经济运行情况\n5月份，出口39.1亿元。1-5月，出口175.8亿元。进口增长24.7%。"
    assert told(text, "period") == [("2024-05",), ("2024-01..2024-05",), ("2024-01..2024-05",)]


@pytest.mark.parametrize("place", ["成都市", "盐城市", "厦门市", "东城区", "宝山区", "双城区"])
def test_a_place_may_end_like_a_common_word(place):
    title = f"2023年{place}国民经济和社会发展统计公报\n全年地区生产总值5亿元。"
    assert kebi.read_text(title).region == place


def test_a_district_behind_its_municipality_in_a_title_is_the_region():
    report = kebi.read_text("2023年上海市静安区国民经济和社会发展统计公报\n全年税收收入5亿元。")
    assert report.region == "静安区"


def test_words_that_end_like_a_place_are_none():
    text = "大城市人口5万人。主城区绿地3万亩，老城区改造2处，高寒山区搬迁6户。"
    assert {region for (region,) in told(text, "region", region="甲市")} == {"甲市"}


def test_a_remark_in_brackets_is_not_whom_the_next_clause_speaks_of():
    text = "建筑业企业84家(其中无劳务分包企业)，累计实现产值182.9亿元。"
    assert told(text, "indicator")[-1] == ("建筑业企业产值",)


def test_ages_are_classes_also_where_words_stand_between_them():
    values = [value for (value,) in told("18至34周岁40.2万人，35-59周岁62.4万人。", "value")]
    assert values == [40.2, 62.4]


def test_output_behind_a_sown_area_is_that_of_the_crop():
    text = "粮食播种面积6.1万亩，增长0.2%，总产量2.4万吨。"
    assert told(text, "indicator")[-1] == ("粮食总产量",)


def test_a_structure_of_two_parts_is_left_unread():
    read = kebi.read_text("二三产业结构比为26.4:73.6。")
    assert read.facts == [] and len(read.unread) == 2


def test_a_heading_joined_with_its_text_is_no_part_of_the_name():
    assert told("工业全年工业增加值同比增速6.8%。", "indicator") == [("工业增加值",)]


def test_targets_may_be_listed_behind_a_verb():
    text = "报告提出，2024年经济社会发展主要预期目标是地区生产总值增长6%以上，出口增长7.5%。"
    assert told(text, "indicator", "status", period="2024") == [("地区生产总值", "target"), ("出口", "target")]


def test_items_of_a_budget_keep_their_names():
    text = "上年结余收入2345万元，耕地占用税62万元，城镇土地使用税15万元，加上转移性收入48万元。"
    assert told(text, "indicator", "period", "doubt", period="2022") == [
        ("上年结余收入", "2022", None),
        ("耕地占用税", "2022", None),
        ("城镇土地使用税", "2022", None),
        ("转移性收入", "2022", None),
    ]


def test_who_decided_an_amount_is_no_part_of_its_name():
    text = "县人大常委会审查批准调整全县一般公共预算收入为50亿元。"
    assert told(text, "indicator", region="甲县") == [("一般公共预算收入",)]


def test_a_remark_is_no_name():
    text = "城镇常住人口64.8万人，占全部常住人口的比重(常住人口城镇化率)为90.89%。"
    assert told(text, "indicator", "measure")[-1] == ("城镇常住人口", "share")


def test_the_start_of_the_year_is_a_doubtful_time_of_a_figure():
    assert told("年初预算为：收入76.1亿元。", "doubt", period="2022") == [(["period", "name"],)]
