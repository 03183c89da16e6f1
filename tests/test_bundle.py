"""The repository as someone finds it: complete, in step with itself, and about itself alone."""

import re
import subprocess
import tomllib

import pytest
import yaml

from tests.kit.course import ROOT, SECTIONS

COURSE, JUDGE = (
    tomllib.loads((ROOT / folder / "pyproject.toml").read_text())["project"]
    for folder in ("", "nbjudge")
)
CONDA_NAMES = {"torch": "pytorch", "jupyter-client": "jupyter_client"}


def requirements() -> list[str]:
    """All that either project requires, extras included, but for each other."""
    groups = [
        group
        for project in (COURSE, JUDGE)
        for group in (project["dependencies"], *project["optional-dependencies"].values())
    ]
    own = {COURSE["name"], JUDGE["name"]}
    return [item for group in groups for item in group if name_of(item) not in own]


def name_of(requirement: str) -> str:
    """The package that a requirement is about."""
    return re.split(r"\[|>=", requirement)[0]


def tracked() -> list:
    done = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / line for line in done.stdout.splitlines() if (ROOT / line).is_file()]


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "LICENSE",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "environment.yml",
        "pyproject.toml",
        "constraints.txt",
        "course.toml",
        "nbgrader_config.py",
        "Makefile",
        ".ci/run",
        ".pre-commit-config.yaml",
        "source",
        "release",
        "solutions",
        "submitted",
        "autograded",
        "feedback",
        "helpers/reference",
        "helpers/exercises",
        "answers",
        "nbjudge/pyproject.toml",
        "nbjudge/README.md",
        "nbjudge/src/nbjudge",
        "nbjudge/tests",
        "tests/hostile",
        "benchmarks",
        "training",
        "docs",
    ],
)
def test_the_top_level_is_complete(name):
    assert (ROOT / name).exists()


def test_the_conda_environment_is_in_step_with_both_packages():
    listed = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    conda = {item for item in listed if isinstance(item, str)} - {"pip"}
    python = {project["requires-python"] for project in (COURSE, JUDGE)}
    assert len(python) == 1
    students = COURSE["optional-dependencies"]["students"]
    wanted = {*COURSE["dependencies"], *students, *JUDGE["dependencies"], f"python{python.pop()}"}
    split = [re.fullmatch(r"([\w-]+)(.*)", item).groups() for item in wanted]
    assert conda == {CONDA_NAMES.get(name, name) + bound for name, bound in split}
    (pip,) = [item["pip"] for item in listed if isinstance(item, dict)]
    assert pip == ["-e nbjudge", "-e ."]  # in this order: the course may ask for the other


def test_requirements_have_lower_bounds_only():
    for requirement in [*requirements(), *COURSE["optional-dependencies"]["grading"]]:
        assert re.fullmatch(r"[\w-]+(\[\w+\])?>=[\d.]+", requirement)


def test_every_requirement_is_pinned():
    pins = (ROOT / "constraints.txt").read_text().lower().replace("_", "-")
    for name in map(name_of, requirements()):
        assert re.search(rf"(?m)^{re.escape(name)}==", pins), name


def test_every_section_has_its_three_notebooks():
    for section in SECTIONS:
        for folder in ("source", "release", "solutions"):
            assert (ROOT / folder / section.name / section.source.name).is_file()


def test_the_readme_links_every_section():
    text = (ROOT / "README.md").read_text()
    for section in SECTIONS:
        assert f"(solutions/{section.name}/{section.source.name})" in text


def test_nothing_names_this_machine():
    home = re.compile(rf"{re.escape(str(ROOT))}\b|/home/\w+/|/Users/\w+/|/root/")
    for path in tracked():
        if path.suffix not in (".png", ".npz", ".ipynb") and path.name != "test_bundle.py":
            assert not home.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("folder", ["release", "solutions"])
def test_published_notebooks_name_no_machine(folder):
    for path in (ROOT / folder).rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert str(ROOT) not in text
        assert "/tmp/" not in text
