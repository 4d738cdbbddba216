"""Codes of regions."""

from __future__ import annotations

import pytest

import kebi
from kebi.documents.regions import region_code


@pytest.mark.parametrize(
    ("region", "code"),
    [
        ("江苏省", "320000"), ("江苏", "320000"), ("南京市", "320100"), ("江苏省南京市", "320100"),
        ("内蒙古", "150000"), ("延边州", None), ("延边", "222400"), ("吉林", "220000"), ("吉林市", "220200"),
        ("吉林省吉林市", "220200"), ("海南", "460000"), ("海南藏族自治州", "632500"), ("阿拉善盟", "152900"),
        ("浙江省南京市", None), ("梅川县", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_long_and_short_names_have_the_code_of_the_standard(region, code):
    assert region_code(region) == code


def test_every_code_stands_once_and_below_its_province():
    from kebi.documents.regions import _codes

    codes = set(_codes().values())
    assert len(codes) == 367
    assert all(len(code) == 6 and code.endswith("00") for code in codes)
    assert all(code[:2] + "0000" in codes for code in codes)
    assert kebi.read_many is not None
