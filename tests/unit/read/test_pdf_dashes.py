"""Dashes and dots that stand in a row are one rule."""

from typing import Any

from nianbao.read.pdf_dashes import with_whole_rules


def shape(x0: float, top: float, width: float, height: float) -> dict[str, Any]:
    ends = {"x0": x0, "x1": x0 + width, "top": top, "bottom": top + height}
    return {"object_type": "rect", "fill": True, "width": width, "height": height, **ends}


def ends(rules: list[dict[str, Any]]) -> list[tuple[float, float, float, float]]:
    return [(rule["x0"], rule["top"], rule["x1"], rule["bottom"]) for rule in rules]


def test_dots_make_rules_across_and_down_and_touch_where_these_meet() -> None:
    across = [shape(x, 10, 2, 2) for x in range(10, 50, 4)]
    down = [shape(10, y, 2, 2) for y in range(14, 50, 4)]
    assert [(10, 11, 48, 11), (11, 10, 11, 48)] == ends(with_whole_rules(across + down))


def test_a_few_dashes_dashes_far_apart_and_solid_rules_stay_what_they_are() -> None:
    few = [shape(x, 10, 3, 1) for x in (10, 16, 22)]
    apart = [shape(x, 30, 3, 1) for x in range(10, 200, 20)]
    solid = [shape(0, y, 60, 1) for y in range(50, 100, 5)]
    boxes = [shape(0, y, 9, 9) for y in range(100, 200, 10)]
    for shapes in (few, apart, solid, boxes):
        assert shapes == with_whole_rules(shapes)
