"""A catalogue file that breaks the rules of its kind is refused, by name."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.core.catalog import CatalogError, load_catalog
from tracker.paths import resource_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the catalogue that ships, free to be broken."""
    return Path(shutil.copytree(resource_folder() / "catalog", tmp_path / "catalog"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def edit_json(path: Path, change: Callable[[Any], object]) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")


def drop(name: str) -> Callable[[Any], object]:
    return lambda value: value.pop(name)


def put(name: str, new: Any) -> Callable[[Any], object]:
    return lambda value: value.update({name: new})


FILES = sorted(path.name for path in (resource_folder() / "catalog").iterdir())
LISTS = [name for name in FILES if name.endswith(".csv")]


def test_the_copy_loads(folder: Path) -> None:
    assert load_catalog(folder).rules


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).unlink()

    with pytest.raises(CatalogError, match=name):
        load_catalog(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_utf8_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\xff\xfe\x00")

    with pytest.raises(CatalogError, match=name):
        load_catalog(folder)


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")

    with pytest.raises(CatalogError, match=name):
        load_catalog(folder)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_without_a_column_is_refused(folder: Path, name: str) -> None:
    edit(folder / name, "strength", "strenght")

    with pytest.raises(CatalogError, match=f"{name}, row 2: no strength"):
        load_catalog(folder)


@pytest.mark.parametrize("name", LISTS)
def test_a_row_with_a_cell_too_many_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + ",surplus\n", encoding="utf-8")

    with pytest.raises(CatalogError, match="too many cells"):
        load_catalog(folder)


@pytest.mark.parametrize("name", LISTS)
def test_a_row_cut_short_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\nnew\n", encoding="utf-8")

    with pytest.raises(CatalogError, match=name):
        load_catalog(folder)


@pytest.mark.parametrize("name", LISTS)
def test_a_row_that_stands_twice_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n{text.splitlines()[-1]}\n", encoding="utf-8")

    with pytest.raises(CatalogError, match="stands twice"):
        load_catalog(folder)


BROKEN_LISTS = [
    ("areas.csv", "Full face,face", "Full face,moon", "region 'moon' is not known"),
    ("areas.csv", "face,textbook,Sites treated", "face,hearsay,Sites treated", "strength 'hearsay' is not known"),
    ("devices.csv", "diamond,Diamond tip", "diamond,", "row 4: no name"),
    ("devices.csv", "diamond,Diamond tip", ",Diamond tip", "row 4: no code"),
    ("vacuum_units.csv", "1 bar = 100 kPa", " ", "row 7: no source"),
    ("reactions.csv", "1,Faint", "7,Faint", "do not count up from 0"),
    ("reactions.csv", "Faint pink", "", "no description"),
    ("cautions.csv", "botox|microdermabrasion", "botox|haircut", "concerns no treatment"),
    ("other_events.csv", "\nnote,", "\nremark,", "no note"),
    ("products.csv", "90,every 3 months", "ninety,every 3 months", "min_interval_days 'ninety' is no whole number"),
    ("products.csv", "90,every 3 months", "９０,every 3 months", "is no whole number"),
    ("products.csv", "168,200,1-2", "168,150,1-2", "days are not in order"),
    ("products.csv", "GL=20;LCL=24", "XX=20;LCL=24", "label_total_by_area 'XX=20' is no area with units"),
    ("products.csv", "GL=20;LCL=24", "GL=many;LCL=24", "label_total_by_area 'GL=many' is no area with units"),
    ("products.csv", "J0585,1,10", "J0585,0,10", "step_units '0' is no number of units"),
    ("products.csv", "J0585,1,10", "J0585,1,-3", "point_question_units '-3' is no number of units"),
    ("products.csv", "90,every 3 months,90,120", "121,every 3 months,90,120", "days are not in order"),
    ("products.csv", "2-5,120,ona", "2-5,,ona", "duration_days and duration_source go together"),
    ("products.csv", "2-5,120,ona", "2-5,four months,ona", "duration_days 'four months' is no whole number"),
    ("products.csv", "\nother,", "\nunnamed,", "no other"),
    ("spacing_rules.csv", "botox-touch-up,botox,botox", "botox-touch-up,botox,rating", "before 'rating' is not known"),
    ("spacing_rules.csv", "clinic,7,14,35", "clinic,14,7,35", "days are not in order"),
    ("spacing_rules.csv", "clinic,7,14,35", "clinic,7,14,14", "days are not in order"),
    ("spacing_rules.csv", "clinic,7,14,35", "clinic,7,,35", "days are missing"),
    ("spacing_rules.csv", "clinic,7,14,35", "clinic,product,product,product", "days are missing"),
    ("spacing_rules.csv", "product,product,product", "product,90,120", "days are missing"),
    ("spacing_rules.csv", "clinic,7,14,35", "spa,7,14,35", "no rule that the program knows"),
    ("spacing_rules.csv", "home,6,7,30", "clinic,6,7,30", "stands twice"),
    ("spacing_rules.csv", ",14,28,60,", ",14.5,28,60,", "minimum '14.5' is no whole number"),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), BROKEN_LISTS)
def test_a_broken_list_is_refused_with_its_place(folder: Path, name: str, old: str, new: str, message: str) -> None:
    edit(folder / name, old, new)

    with pytest.raises(CatalogError, match=message) as refused:
        load_catalog(folder)
    assert str(refused.value).startswith(name)


def test_a_missing_rule_is_refused(folder: Path) -> None:
    path = folder / "spacing_rules.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith("hydra")) + "\n", encoding="utf-8")

    with pytest.raises(CatalogError, match="no rule for"):
        load_catalog(folder)


BROKEN_SITES: list[tuple[Callable[[Any], object], str]] = [
    (drop("points"), "no points"),
    (put("points", []), "no points"),
    (put("points", ["procerus"]), "no points"),
    (drop("groups"), "no groups"),
    (put("groups", {"glabella": "label"}), "no groups"),
    (lambda value: value["groups"].pop("neck"), "group 'neck' is not known"),
    (lambda value: value["groups"]["neck"].pop("source"), "no source"),
    (lambda value: value["groups"]["neck"].update(strength="hearsay"), "strength 'hearsay' is not known"),
    (lambda value: value["points"][0].update(side="front"), "side 'front' is not known"),
    (lambda value: value["points"][0].pop("name"), "no name"),
    (lambda value: value["points"][0].pop("muscle"), "no muscle"),
    (lambda value: value["points"][0].update(id=""), "no id"),
    (lambda value: value["points"][0].pop("areas"), "no areas"),
    (lambda value: value["points"][0].update(areas=[]), "no areas"),
    (lambda value: value["points"][0].update(areas=["brow"]), "lies in an area that is not known"),
    (lambda value: value["points"][0].update(x="left"), "x is no number"),
    (lambda value: value["points"][0].update(y=True), "y is no number"),
    (lambda value: value["points"].append(value["points"][0]), "stands twice"),
]


@pytest.mark.parametrize(("change", "message"), BROKEN_SITES)
def test_broken_sites_are_refused(folder: Path, change: Callable[[Any], object], message: str) -> None:
    edit_json(folder / "sites.json", change)

    with pytest.raises(CatalogError, match=message) as refused:
        load_catalog(folder)
    assert str(refused.value).startswith("sites.json")


BROKEN_SCALES: list[tuple[Callable[[Any], object], str]] = [
    (drop("scales"), "no scales"),
    (lambda value: value["scales"][0].pop("source"), "no source"),
    (lambda value: value["scales"][0].update(strength=""), "no strength"),
    (lambda value: value["scales"][0].update(direction="low_is_best"), "direction 'low_is_best' is not known"),
    (lambda value: value["scales"][0].update(highest=100), "does not run from 0 to 10"),
    (lambda value: value["scales"][0].pop("version"), "version is no number"),
    (lambda value: value["scales"][0].pop("anchors"), "no anchors"),
    (lambda value: value["scales"][0]["anchors"].pop(), "anchors are not those of all concerns"),
    (lambda value: value["scales"][0]["anchors"].reverse(), "anchors are not those of all concerns"),
    (lambda value: value["scales"][0]["anchors"][0].pop("lowest"), "no lowest"),
    (lambda value: value["scales"].append(value["scales"][0]), "stands twice"),
]


@pytest.mark.parametrize(("change", "message"), BROKEN_SCALES)
def test_broken_scales_are_refused(folder: Path, change: Callable[[Any], object], message: str) -> None:
    edit_json(folder / "scales.json", change)

    with pytest.raises(CatalogError, match=message) as refused:
        load_catalog(folder)
    assert str(refused.value).startswith("scales.json")


@pytest.mark.parametrize("text", ["{", "[]", '"words"'])
@pytest.mark.parametrize("name", ["sites.json", "scales.json"])
def test_a_file_that_holds_no_object_is_refused(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")

    with pytest.raises(CatalogError, match=name):
        load_catalog(folder)
