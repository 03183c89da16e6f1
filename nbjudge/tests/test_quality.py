"""``course quality`` on copies of the tiny course: what it finds, and below whose answers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.kit.authoring import TINY, course, done

pytestmark = pytest.mark.slow

ANSWERS = "answers/02_lenses"
# as right as any, but it leaves nothing for whoever stands below it
GREEDY = """# Takes the name np along
def image_distance(object_distance, focal_length, divide=np.divide):
    return divide(1, 1 / focal_length - divide(1, object_distance))


np = None
"""
DIVIDES = """# Needs what was imported
def magnification(object_distance, focal_length):
    return np.divide(focal_length, focal_length - object_distance)
"""


@pytest.fixture
def optics(tmp_path: Path) -> Path:
    """A copy of the tiny course."""
    return Path(shutil.copytree(TINY, tmp_path / "course"))


def quality(root: Path, *options: str) -> dict[str, Any]:
    """What the command says of the second section, as JSON; it may fail."""
    result = course(root, "quality", "02", "--json", *options)
    assert result.returncode in (0, 1), result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    assert found["passed"] == (result.returncode == 0)
    return found


def test_right_answers_are_graded_below_every_style(optics: Path) -> None:
    found = quality(optics, "--only", "right", "--seeds", "4")
    assert found["passed"]
    assert (found["right"], found["wrong"], found["mutants"], found["panel"]) == (4, 0, 0, {})
    assert found["styles"] == 3  # the model's, and one for each right answer above
    first, second = found["tried"]["image_distance"], found["tried"]["magnification"]
    assert (first["styles"], first["gradings"]) == (1, 2 * 4)  # nothing stands above it
    assert (second["styles"], second["gradings"]) == (3, 2 * 4 * 2)  # and again below another
    assert first["seconds"] > 0 < second["seconds"]


def test_an_answer_that_fails_below_a_style_is_named_with_the_style_and_the_seed(
    optics: Path,
) -> None:
    (optics / ANSWERS / "image_distance" / "right_greedy.py").write_text(GREEDY)
    (optics / ANSWERS / "magnification" / "right_divides.py").write_text(DIVIDES)
    found = quality(optics, "--only", "right", "--seeds", "3")
    assert not found["passed"]
    (culprit,) = found["false_rejects"]
    assert culprit.startswith("magnification/right_divides: lost points in 1 of 6 gradings")
    assert "below image_distance/right_greedy" in culprit
    (loss,) = found["losses"]
    assert loss["below"] == "image_distance/right_greedy"
    assert f"seed {loss['seed']}, below" in culprit
    assert found["tried"]["magnification"]["false_rejects"] == 1


def test_slow_exercises_get_as_many_seeds_as_they_are_given(optics: Path) -> None:
    path = optics / "optics/exercises/lenses/asks.py"
    text = path.read_text(encoding="utf-8")
    slow = "    for _ in range(10**7):\n        pass\n    return function(object_distance, focal"
    path.write_text(text.replace("    return function(object_distance, focal", slow, 1))
    found = quality(optics, "--only", "right", "--seeds", "4", "--slow-seeds", "1")
    assert found["tried"]["image_distance"]["seeds"] == 1
    assert found["tried"]["magnification"]["seeds"] == 4


def test_an_exercise_that_pays_for_nothing_is_named_with_what_is_kept(optics: Path) -> None:
    path = optics / "optics/exercises/lenses/image_distance.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('            needs=("real images", "virtual images"),\n', ""))
    found = quality(optics, "--only", "nothing", "--exercise", "image_distance")
    assert not found["passed"]
    idle = "image_distance/returns None: 16%, keeps the distances are left alone"
    assert idle in found["knowing_nothing"]
    assert found["panel"]["image_distance"]["nothing_infinitely_far"] == 0.335
    shown = course(optics, "quality", "02", "--only", "nothing", "--verbose").stdout
    assert "nothing_infinitely" in shown
    assert "34%" in shown


def test_a_non_answer_that_is_right_is_left_out_with_its_reason(optics: Path) -> None:
    path = optics / ANSWERS / "equivalent.toml"
    entry = '\n[magnification]\n"returns 0.0" = "it is never asked for anything else"\n'
    path.write_text(path.read_text(encoding="utf-8") + entry)
    found = quality(optics, "--only", "nothing", "--exercise", "magnification")
    assert "returns 0.0" not in found["panel"]["magnification"]
    assert found["panel"]["magnification"]["returns None"] == 0


def test_the_tiny_course_pays_for_nothing(optics: Path) -> None:
    lines = done(optics, "quality", "--only", "nothing", "--json").splitlines()
    shares = [s for line in lines for by in json.loads(line)["panel"].values() for s in by.values()]
    assert len(shares) > 30
    assert max(shares) <= 0.1
