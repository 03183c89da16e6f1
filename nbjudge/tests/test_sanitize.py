import nbformat.v4 as nbf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbconvert.filters import markdown2html

from nbjudge.gradebook.sanitize import neutral
from nbjudge.notebook.text import inert, verbatim


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:a())",
        "[x](JAVA\\script:a())",
        "[x](java&#115;cript:a())",
        "[x]: vbscript:a()",
        "<javascript:a()>",
        "[x](javascript&colon;a())",
        "[x](javascript&#x3A;a())",
        "![x](attachment:picture.png)",
        "[x](data:text/html,a)",
        "[x](<java\tscript:a()>)",
        "[x](&#106;&#97;vascript:a())",
    ],
)
def test_no_scheme_that_acts_is_left(text):
    page = markdown2html(inert(text)).lower().replace("\t", "")
    assert "script:" not in page
    assert "data:" not in page
    assert "attachment:" not in page


def test_formulas_are_set_and_do_nothing_else():
    assert inert(r"$\href{javascript:a()}{x}$").startswith(r"$\mathrm{")
    assert inert(r"$\frac{1}{n}\sum_i x_i$") == r"$\frac{1}{n}\sum_i x_i$"


@pytest.mark.parametrize(
    "text",
    [
        "**bold**, `code`, see https://example.org",
        "a &lt; b &amp; c",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "é – ∑",
    ],
)
def test_what_an_honest_student_writes_stays(text):
    assert inert(text) == text


def test_given_text_stays_and_own_text_is_cleaned():
    link = "[x](javascript:a())"
    given_text = nbf.new_markdown_cell(link, id="intro")
    own = nbf.new_markdown_cell(link, id="own-1")
    output = nbf.new_output("display_data", data={"text/markdown": link, "text/plain": link})
    code = nbf.new_code_cell("1", id="own-2", outputs=[output])
    cells = neutral(nbf.new_notebook(cells=[given_text, own, code])).cells
    assert cells[0].source == link
    assert cells[1].source != link
    assert cells[2].outputs[0].data["text/markdown"] != link


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_a_remark_is_shown_as_it_is(remark):
    page = markdown2html(verbatim(remark))
    assert "<a" not in page or "http" in remark or "@" in remark or "www" in remark
    for tag in ("<script", "<img", "<em", "<strong", "<code"):
        assert tag not in page
    assert "$" not in page
