"""No forgery gains a point over the wrong answer that it is built on."""

import pytest
from hostile.attacks import CODE, FILE, WRONG, attack, forgery
from submissions import bare, bare_section, fill, text

from helpers.grading.grade import Graded, grade, prepare
from helpers.grading.reading import read_submission
from helpers.grading.student import isolation

SEED = "5eed"


def graded(notebook, path) -> Graded:
    path.write_text(text(notebook), encoding="utf-8")
    section = bare_section()
    clean = prepare(section, read_submission(path))
    return grade(clean, section.name, SEED)


@pytest.fixture(scope="session")
def honest(tmp_path_factory) -> float:
    """What the wrong answer earns by itself: a few criteria, no more."""
    path = tmp_path_factory.mktemp("wrong") / "wrong.ipynb"
    score = graded(bare(fill({"e_step": WRONG})), path).score
    assert 0 <= score < 1
    return score


@pytest.mark.parametrize("name", CODE)
def test_code_that_forges_gains_nothing(name, honest, tmp_path):
    if "disk" in name and isolation() == "none":
        pytest.skip("Landlock is missing on this kernel: reading the disk is not tested")
    assert graded(attack(name), tmp_path / "forged.ipynb").score <= honest


@pytest.mark.parametrize("name", FILE)
def test_files_that_forge_gain_nothing(name, honest, tmp_path):
    result = graded(forgery(name), tmp_path / "forged.ipynb")
    assert result.score <= honest
    assert result.max_score == 36
