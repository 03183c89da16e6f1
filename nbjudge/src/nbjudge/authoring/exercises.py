"""Rules on one exercise: module, points, test cell, check, asks, reference, answers."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from nbjudge.authoring.finding import Finding, said, shown, syntax_of
from nbjudge.authoring.names import TEST
from nbjudge.course.course import Course
from nbjudge.course.exercises import (
    ASKS,
    VALUE,
    asks_source,
    exercises_folder,
    find_exercise,
    has_exercise,
)
from nbjudge.course.sections import Section
from nbjudge.errors import GraderError
from nbjudge.exercise.exercise import Exercise
from nbjudge.judge.questions import excerpt
from nbjudge.judge.weigh import draw
from nbjudge.notebook import cells
from nbjudge.notebook.regions import split_hidden

CALL = re.compile(r"(?m)^[ \t]*(?:return[ \t]+)?(check|grade)\(\s*[\"'](\w+)[\"']")
SEED = "course check"


def exercise_findings(section: Section, cell: NotebookNode, visible: set[str]) -> Iterator[Finding]:
    """What is missing of the exercise that a test cell grades, or wrong with it.

    ``visible`` are the names in the student layer that a check may have.
    """
    course, topic = section.course, section.topic
    label = cells.grade_id(cell)
    name = label.removeprefix(TEST)
    notebook = shown(course, section.source)
    for text in (*test_texts(name, cell.source), *check_texts(name, cell.source, visible)):
        yield Finding(notebook, label, text, name)
    path = exercises_folder(course.package, topic) / f"{name}.py"
    module = shown(course, path)
    if not has_exercise(course.package, topic, name):
        text = f"there is no {module}; write it, or begin with course new exercise."
        yield Finding(notebook, label, text, name)
        return
    exercise = imported(course, topic, name)
    if isinstance(exercise, str):
        yield Finding(module, "", f"it cannot be used: {exercise}; correct it.", name)
        return
    points = cell.metadata.nbgrader.get("points")
    if points != exercise.points:
        text = f"it has {points} points, and {module} says {exercise.points:g}; make them the same."
        yield Finding(notebook, label, text, name)
    for file, text in (
        *ask_texts(course, exercise),
        *reference_texts(course, topic, name, path),
        *answer_texts(section, exercise),
    ):
        yield Finding(shown(course, file), "", text, name)


def imported(course: Course, topic: str, name: str) -> Exercise | str:
    """An exercise, or in one line why there is none."""
    module = f"{course.package}.exercises.{topic}.{name}"
    try:
        value = getattr(importlib.import_module(module), VALUE, None)
        return find_exercise(course.package, topic, name) if value else f"it has no {VALUE}"
    except GraderError as error:
        return str(error).partition("\n")[0]
    except (Exception, SystemExit) as error:  # an author's code may raise anything
        return said(error)


def test_texts(name: str, source: str) -> Iterator[str]:
    """What is wrong with the hidden region of a test cell."""
    _, hidden = split_hidden(source)
    graded = [called for function, called in CALL.findall(hidden) if function == "grade"]
    if not hidden.strip():
        yield f'it has no hidden tests; write grade("{name}", {name}) in such a region.'
    elif graded and graded != [name]:
        yield f"it grades {', '.join(graded)}, and its own exercise is {name}; correct the name."
    elif cells.parse(hidden) is None:
        yield "its hidden region is no Python; correct it."


def check_texts(name: str, source: str, visible: set[str]) -> Iterator[str]:
    """What is wrong with what students see of a test cell."""
    seen, _ = split_hidden(source)
    checked = [called for function, called in CALL.findall(seen) if function == "check"]
    if not seen.strip():
        yield f'it has no visible check; write check("{name}", {name}), or asserts with a message.'
    elif checked and name not in checked:
        yield f"it checks {', '.join(checked)}, and its own exercise is {name}; correct the name."
    elif checked and name not in visible:
        yield f"there is no check {name} in the students' layer; write it, or plain asserts here."


def ask_texts(course: Course, exercise: Exercise) -> Iterator[tuple[Path, str]]:
    """What is wrong with how probes are drawn, and with the functions that put them."""
    folder = exercises_folder(course.package, exercise.topic)
    module, asks = folder / f"{exercise.name}.py", folder / ASKS
    try:
        groups = draw(exercise, SEED)
    except GraderError as error:
        yield module, f"drawing probes fails: {last_line(error)}; correct it."
        return
    if not all(groups.values()):
        yield module, "a draw gives no probes; a criterion without any is passed by whatever comes."
    wanted = {probe.ask or exercise.name for probes in groups.values() for probe in probes}
    try:
        source = asks_source(course.package, exercise.topic)
        for name in sorted(wanted):
            if name not in defined(ast.parse(source)):
                yield asks, f"there is no function {name}, which puts the probes; write it."
            else:
                compile(excerpt(source, frozenset([name])), ASKS, "exec")
    except SyntaxError as error:
        yield asks, f"it is no Python: {said(error)}; correct it."


def reference_texts(
    course: Course, topic: str, name: str, path: Path
) -> Iterator[tuple[Path, str]]:
    """What is wrong with the reference: one that defines the exercise, or that its module uses."""
    reference = course.layer.folder / "reference" / f"{topic}.py"
    if not reference.is_file():
        yield reference, f"it is not there, and {name} needs a reference; write a function {name}."
        return
    tree = syntax_of(reference)
    if isinstance(tree, str):
        yield reference, f"it is no Python: {tree}; correct it."
    elif name not in defined(tree) and not uses_reference(course.package, topic, path):
        yield reference, f"there is no function {name}, and the exercise uses no other; write it."


def uses_reference(package: str, topic: str, path: Path) -> bool:
    """Whether a module of an exercise imports from its topic's reference, itself or through others
    of the topic."""
    wanted = f"{package}.reference.{topic}"
    queue, seen = [path], set[Path]()
    while queue:
        here = queue.pop()
        seen.add(here)
        modules = cells.imported_modules(here.read_text(encoding="utf-8"))
        if wanted in modules:
            return True
        beside = {here.with_name(f"{module.rpartition('.')[2]}.py") for module in modules}
        queue += [p for p in beside - seen if p.is_file()]
    return False


def answer_texts(section: Section, exercise: Exercise) -> Iterator[tuple[Path, str]]:
    """What is wrong with the answers of the bank."""
    folder = section.course.answers / section.name / exercise.name
    found = sorted(folder.glob("*.py"))
    criteria = {criterion.name for criterion in exercise.criteria}
    for kind in ("right", "wrong"):
        if not any(path.stem.startswith(f"{kind}_") for path in found):
            yield folder, f"there is no {kind} answer; write one, {kind}_….py."
    for path in found:
        if isinstance(tree := syntax_of(path), str):
            yield path, f"it is no Python: {tree}; correct it."
            continue
        wrong = path.stem.startswith("wrong_")
        if not path.stem.startswith(("right_", "wrong_", "nothing_")):
            yield path, "its name does not begin with right_, wrong_ or nothing_; rename it."
        named = re.search(r"(?m)^# loses: (.*)$", path.read_text(encoding="utf-8"))
        loses = {part.strip() for part in named[1].split(";")} if named else set()
        if wrong and not loses:
            yield path, "it does not say what it loses; add a line # loses: CRITERION."
        for name in sorted(loses - criteria):
            yield path, f"{exercise.name} has no criterion {name!r}; correct its # loses: line."


def defined(tree: ast.Module) -> set[str]:
    """The names that a module binds at its top level."""
    return set().union(*map(cells.bound_names, tree.body))


def last_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1]
