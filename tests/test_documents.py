"""What the documents name is there: links, commands, rules, statuses, and what students get."""

import re
import tomllib

import pytest
import typer

from nbjudge.cli.app import app
from nbjudge.judge.verdict import Status
from tests.kit.course import COURSE, ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("nbjudge/**/README.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
COMMAND = re.compile(r"(?:^|`)(?:\.venv/bin/)?course ((?:new )?[a-z]+)", re.MULTILINE)
RULE = re.compile(r"(?:^|`)(?:[A-Z]+=\w+ )?make ([a-z]+)", re.MULTILINE)


def commands(group, prefix=""):
    """Names of a command's commands, and of theirs."""
    for name, command in group.commands.items():
        yield prefix + name
        yield from commands(command, f"{name} ") if hasattr(command, "commands") else ()


def anchors(page):
    """What headings of a page can be linked as."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).lower().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for path, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        target = (page.parent / path) if path else page
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


def test_commands_and_rules_exist():
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    named = {name for text in texts for name in COMMAND.findall(text)}
    assert {"autograde", "new exercise"} <= named <= set(commands(typer.main.get_command(app)))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = {name for text in texts for name in RULE.findall(text)}
    assert {"demo", "test"} <= rules <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def test_every_status_is_in_glossary_and_guide():
    for page in ("glossary.md", "instructor-guide.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        assert all(f"`{status}`" in text for status in Status), page


def test_the_contract_on_the_student_layer_is_on_all_of_it():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (contract,) = [c for c in contracts if c["name"].startswith("students' layer")]
    entries = {entry.removesuffix(".py") for entry in COURSE.layer.entries} - {"__init__"}
    assert set(contract["source_modules"]) == {f"{COURSE.package}.{entry}" for entry in entries}
