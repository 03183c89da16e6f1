"""Pictures that a student pasted into a text: taken from a file, and shown in a page."""

import re

import nbformat.v4 as nbf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nbconvert import HTMLExporter

from nbjudge.gradebook.sanitize import neutral
from nbjudge.intake.reading import read_cell

PIXELS = "iVBORw0KGgo="
ATTACHED = {
    "named": ("image.png", {"image/png": PIXELS}, "![a](attachment:image.png)"),
    "a name with a space": ("my plot.png", {"image/png": PIXELS}, "![a](attachment:my%20plot.png)"),
    "brackets": ("image (1).png", {"image/png": PIXELS}, "![a](attachment:image%20(1).png)"),
    "brackets, quoted": ("a (1).png", {"image/png": PIXELS}, "![a](attachment:a%20%281%29.png)"),
    "in lines": ("x.jpg", {"image/jpeg": f"{PIXELS[:4]}\n{PIXELS[4:]}\n"}, "![](attachment:x.jpg)"),
}


@pytest.mark.parametrize(("name", "forms", "text"), ATTACHED.values(), ids=ATTACHED)
def test_a_picture_in_a_text_is_kept_under_a_name_of_ours(name, forms, text):
    cell = read_cell({"cell_type": "markdown", "source": text, "attachments": {name: forms}})
    ((ours, kept),) = cell.pictures.items()
    assert re.fullmatch(r"picture-1\.(png|jpg)", ours)
    assert set(kept.values()) == {PIXELS}
    assert f"(attachment:{ours})" in cell.source


@pytest.mark.parametrize(
    "attached",
    [
        {"x.svg": {"image/svg+xml": "<svg onload=hostile()></svg>"}},
        {"x.png": {"image/png": '" onerror="hostile()'}},
        {"x.png": {"image/png": PIXELS * 2**20}},
        {"x.png": [PIXELS]},
        {"x.png": {"image/png": 3}},
        [PIXELS],
        None,
    ],
)
def test_what_is_no_picture_is_not_attached(attached):
    text = "![](attachment:x.png)"
    cell = read_cell({"cell_type": "markdown", "source": text, "attachments": attached})
    assert (cell.pictures, cell.source) == ({}, text)


def test_code_has_no_pictures_and_stays_as_it_is():
    attached = {"x.png": {"image/png": PIXELS}}
    source = "text = '![](attachment:x.png)'"
    cell = read_cell({"cell_type": "code", "source": source, "attachments": attached})
    assert (cell.pictures, cell.source) == ({}, source)


@given(st.permutations(["a.png", "picture-1.png", "picture-2.png", "picture-3.png"]))
def test_each_text_keeps_its_own_picture_whatever_they_were_called(names):
    pixels = {name: f"AAA{number}" for number, name in enumerate(names)}
    attached = {name: {"image/png": pixels[name]} for name in names}
    source = " ".join(f"![{name}](attachment:{name})" for name in names)
    cell = read_cell({"cell_type": "markdown", "source": source, "attachments": attached})
    shown = re.findall(r"!\[(.*?)\]\(attachment:(.*?)\)", cell.source)
    assert {old: cell.pictures[new]["image/png"] for old, new in shown} == pixels


PIXEL = {"picture-1.png": {"image/png": PIXELS}}
AROUND = st.text(st.sampled_from(list("![]()<>: \n\"'a\\")), max_size=12)


def shown(source, attachments):
    cell = nbf.new_markdown_cell(source, id="own-1", attachments=attachments)
    notebook = neutral(nbf.new_notebook(cells=[cell]))
    return HTMLExporter(template_name="basic").from_notebook_node(notebook)[0]


def test_a_picture_that_is_attached_is_shown():
    assert f"data:image/png;base64,{PIXELS}" in shown("![](attachment:picture-1.png)", PIXEL)


@given(AROUND, AROUND)
@example("[a]: ", ")b\n\n![x][a]")
@example("![x](attachment:picture-2.png) ![x](", ")")
def test_no_text_around_a_picture_keeps_a_page_from_being_made(before, after):
    for attachments in (PIXEL, {}):
        shown(f"{before}attachment:picture-1.png{after}", attachments)
        shown(f"{before}![x](attachment:picture-1.png){after}", attachments)
