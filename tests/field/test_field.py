"""Every field input gets the grade that its answers are worth, and what was repaired is said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from nbjudge.course.recognise import prepare, recognise
from nbjudge.intake.reading import read_submission
from nbjudge.judge.render import verdict_text
from nbjudge.pool.graded import Graded, grade
from nbjudge.pool.local import JudgePool
from tests.kit.level import level
from tests.kit.submissions import bare_course

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Input:
    """One file of a folder here, and what must come of it.

    ``lost`` are the points that each exercise loses, ``says`` words of a remark, ``forms`` what is
    said of a wrong form: once, and beside no hint.
    """

    folder: str
    file: str
    says: tuple[str, ...] = ()
    lost: dict[str, float] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)


INPUTS = [
    Input("databricks-export", "05.ipynb"),
    Input("gzip-called-ipynb", "05.ipynb", ("is a gzip file",)),
    Input("lines-without-ends", "05.ipynb", ("lines had no ends",)),
    Input("notebook-in-a-wrapper", "colab.ipynb", ("within other JSON",)),
    Input("notebook-in-a-wrapper", "contents.ipynb", ("within other JSON",)),
    Input("line-separator-in-a-string", "05.ipynb", ("kl_divergence: found in a cell",)),
    Input("shell-line-above-a-helper", "05.ipynb"),
    Input("progress-bar-in-the-chain", "03.ipynb"),
    Input("own-class-at-the-end", "06.ipynb", ("own class GMM", "e_step: found in a class GMM")),
    Input(
        "column-where-a-row-is-due",
        "03.ipynb",
        lost={"rejection_sample": 2.75, "importance_estimate": 3.14},
        forms={
            "rejection_sample": "(n, 1) came back where one array of shape (n,) is due.",
            "importance_estimate": "(1, 1) came back where one number is due.",
        },
    ),
    Input(
        "pair-where-an-array-is-due",
        "06.ipynb",
        lost={"e_step": 5},
        forms={"e_step": "Two things came back where one array of shape (n, K) is due."},
    ),
    Input(
        "comma-after-the-return",
        "05.ipynb",
        lost={"fid": 2},
        forms={"fid": "A tuple of one came back where one number is due."},
    ),
]


@pytest.fixture(scope="module")
def graded() -> Iterator[Callable[[Path], Graded]]:
    """Grades a file by the course that it belongs to."""
    course = bare_course()
    with JudgePool(course.layer) as pool:

        def graded_file(path: Path) -> Graded:
            submission = read_submission(path)
            section = recognise(course, submission)
            return grade(section, prepare(section, submission), "5eed", level(), pool.execute)

        yield graded_file


@pytest.mark.parametrize("given", INPUTS, ids=lambda one: f"{one.folder}-{one.file}")
def test_a_field_input_is_graded_as_a_person_would(given, graded):
    result = graded(HERE / given.folder / given.file)
    lost = {v.name: v.points - v.earned for v in result.verdicts if v.earned < v.points}
    assert lost == pytest.approx(given.lost)
    for words in given.says:
        assert any(words in remark for remark in result.remarks), (words, result.remarks)
    verdicts = {v.name: v for v in result.verdicts}
    assert {name for name, verdict in verdicts.items() if verdict.wrong_form} == set(given.forms)
    for name, words in given.forms.items():
        assert words in verdicts[name].wrong_form
        assert verdict_text(verdicts[name]).count(words) == 1
        assert not any(criterion.hint for criterion in verdicts[name].criteria)


def test_every_folder_is_graded_and_in_the_table():
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] not in "._"}
    table = (HERE / "README.md").read_text(encoding="utf-8")
    assert folders == {one.folder for one in INPUTS}
    assert all(f"| `{name}` |" in table for name in folders)
