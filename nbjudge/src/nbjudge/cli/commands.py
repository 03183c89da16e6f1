"""The ``course`` command. Each command parses, calls one function, and shows what came of it."""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from nbjudge import autograde
from nbjudge.classroom import collect
from nbjudge.cli import progress
from nbjudge.confine import levels, temporary
from nbjudge.gradebook import converters
from nbjudge.pool import cluster
from nbjudge.publish import bundle, release
from nbjudge.quality import bank
from nbjudge.report import report
from nbjudge.errors import FolderError
from nbjudge.classroom.folder import Folder
from nbjudge.course.recognise import prepare
from nbjudge.pool.graded import as_dict, draw_seed, grade, rejected
from nbjudge.intake.reading import read_submission
from nbjudge.course.recognise import recognise
from nbjudge.course.sections import Section, find_section, sections
from nbjudge.errors import UnknownSectionError
from nbjudge.judge.render import verdict_text
from nbjudge.errors import JudgeCrashedError

app = typer.Typer(
    help="Release, collect, autograde and report a course of generative models.\n\n"
    "A class, from start to end: release → collect → autograde → feedback → report.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
)  # fmt: skip
out = Console()
err = Console(stderr=True)

Sections = Annotated[
    list[str] | None, typer.Argument(metavar="[SECTION]…", help="Names or numbers, such as 06.")
]
InFolder = Annotated[
    Path, typer.Option("--folder", "-C", help="The folder of the class, with its gradebook.")
]
Database = Annotated[str, typer.Option(
    "--db", metavar="URL", show_default=False,
    help="The gradebook, such as postgresql+psycopg://USER@HOST/DATABASE, if it is not "
    "gradebook.db nor what nbgrader_config.py of the class's folder says.",
)]  # fmt: skip
Level = Annotated[str, typer.Option(
    "--isolation", help="How far student code is kept apart: confined, limited or none."
)]  # fmt: skip
HERE = Path()


def chosen(names: list[str] | None, stage: Path | None = None) -> list[Section]:
    """The sections named; or all, of which some student has work in ``stage`` if that is given."""
    if names:
        return [find_section(name) for name in names]
    return [s for s in sections() if stage is None or any(stage.glob(f"*/{s.name}"))]


@app.command("release")
def release_command(
    section: Sections = None, folder: InFolder = HERE, db: Database = "",
    force: Annotated[bool, typer.Option(help="Execute solutions that are up to date too.")] = False,
) -> None:  # fmt: skip
    """Generate release/ and solutions/ from source/, and enter the sections in the gradebook."""
    for found in track(chosen(section), "Releasing", console=err):
        path = release.release(Folder(folder.resolve(), db), found)
        out.print(f"{found.name}: students get {path}")
        if force or not release.up_to_date(found):
            out.print(f"{found.name}: solution executed into {release.solve(found)}")


@app.command("publish")
def publish_command(
    to: Annotated[Path, typer.Argument(metavar="FOLDER", file_okay=False)],
    section: Sections = None,
    url: Annotated[str, typer.Option(
        help="Where the folder will be public: https://github.com/OWNER/REPOSITORY or its address."
    )] = "",
) -> None:  # fmt: skip
    """Write the folder that students get: notebooks that find their helpers, nothing graded."""
    wheel = bundle.publish(to, chosen(section), url)
    size = f"{wheel.stat().st_size / 1000:.0f} kB"
    where = f"is downloaded from {url}" if url else "is inside every notebook"
    out.print(f"{to} is ready to hand out. The helpers' wheel ({size}) {where}.")


@app.command("collect")
def collect_command(
    pile: Annotated[Path, typer.Argument(metavar="ARCHIVE_OR_FOLDER", exists=True)],
    section: str,
    folder: InFolder = HERE,
) -> None:
    """Bring submissions in: a zip, a folder of notebooks, or a folder per student."""
    students, remarks = collect.collect(pile, Folder(folder.resolve()), find_section(section))
    for remark in remarks:
        out.print(f"  {remark}", markup=False, highlight=False)
    out.print(f"{len(students)} submissions are in {folder / 'submitted'}. Next: course autograde")


@app.command("autograde")
def autograde_command(
    section: Sections = None,
    student: Annotated[str, typer.Option(help="Grade this student only.")] = "*",
    level: Level = "confined",
    folder: InFolder = HERE,
    db: Database = "",
    jobs: Annotated[int | None, typer.Option(
        "--jobs", min=1, help="Submissions at a time; default: the cores, or what keeps the "
        "scheduler's workers at work.", show_default=False,
    )] = None,
    scheduler: Annotated[str, typer.Option(
        metavar="URL", help="Judge on the Dask cluster of this scheduler, such as tcp://HOST:8786.",
        show_default=False,
    )] = "",
) -> None:  # fmt: skip
    """Grade what has been collected. Run it again after an interruption: it goes on from there."""
    if not scheduler:  # whose workers see to themselves
        levels.require(level)
    graded = changed = failed = 0
    with cluster.judges(scheduler, jobs) as (judge, at_once):
        for found in chosen(section, folder / "submitted"):
            place = Folder(folder.resolve(), db)
            steps = autograde.autograde(place, found, level, student, at_once, judge)
            count = len(autograde.students(place, found, student))
            for step in progress.followed(steps, f"Grading {found.name}", count, err):
                for line in progress.remarks(step):
                    out.print(f"  {step.student}: {line}", markup=False, highlight=False)
                graded += not step.failed
                changed += bool(step.change)
                failed += step.failed
    if not graded + failed:
        raise typer.BadParameter("Nothing is submitted. Bring submissions in: course collect …")
    show_level(level)
    regraded = f", {changed} with another outcome than before" if changed else ""
    out.print(f"{graded} submissions graded{regraded}. "
              "Next: course feedback, course report")  # fmt: skip
    if failed:
        err.print(f"{failed} could not be graded, as said above. The same command tries again.",
                  style="red")  # fmt: skip
        raise typer.Exit(1)


@app.command("feedback")
def feedback_command(
    section: Sections = None, folder: InFolder = HERE, db: Database = ""
) -> None:
    """Write every graded student's feedback as HTML."""
    for found in chosen(section, folder / "autograded"):
        place = Folder(folder.resolve(), db)
        done = converters.feedback(place, found)
        count = len(place.submission_folders(found.name, "autograded"))
        for _ in track(done, f"Writing feedback of {found.name}", count, console=err):
            continue
    out.print(f"Feedback is in {folder / 'feedback'}/<student>/<section>/")


@app.command("report")
def report_command(
    section: Sections = None, folder: InFolder = HERE, db: Database = ""
) -> None:
    """Write the class report as HTML and CSV, and show the table of students and scores."""
    for found in chosen(section):
        view = report.gather(Folder(folder.resolve(), db), found)
        if not view.students:
            continue
        page, table = report.write_report(view, folder / "report")
        out.print(report.terminal_table(view))
        out.print(f"Scores: {table}\nOpen {page} next; what each student reads is in "
                  f"{folder / 'feedback'}/<student>/{found.name}/{found.name}.html")


@app.command("grade")
def grade_command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    seed: Annotated[str, typer.Option(help="Repeat a grading with the seed of its receipt.")] = "",
    level: Level = "confined",
) -> None:
    """Grade notebooks on their own, with no gradebook and no course folder."""
    levels.require(level)
    key = secrets.token_bytes(32)
    for path in files:
        submission = read_submission(path)
        try:
            section = recognise(submission)
        except UnknownSectionError as error:
            result = rejected([*submission.remarks, f"{path.name}: {error}"], level)
        else:
            notebook = prepare(section, submission)
            name = section.name
            try:
                result = grade(notebook, name, seed or draw_seed(key, name, str(path)), level)
            except JudgeCrashedError as error:
                result = rejected([f"{path.name}: {error}. Grade it again."], level)
        if as_json:
            print(json.dumps(as_dict(path, result)), flush=True)
            continue
        out.print(f"{path}: {result.score:g} of {result.max_score:g}", style="bold", markup=False)
        for text in [*result.remarks, *map(verdict_text, result.verdicts)]:
            out.print(text, markup=False, highlight=False)
    if not as_json:
        show_level(level)


def show_level(level: str) -> None:
    """Say how far student code was kept apart, and plainly if that was not far."""
    if level == "confined":
        out.print("Student code was confined.", style="dim")
        return
    err.print(f"Student code was {isolation.MEANING[level]} ({level}). course doctor says how to "
              "have it confined.", style="yellow", markup=False)  # fmt: skip


@app.command("doctor")
def doctor_command(
    best: Annotated[bool, typer.Option("--best", help="Print the best level's name only.")] = False,
) -> None:
    """Try how far this machine can keep student code apart, and say how to get further."""
    if best:
        print(levels.best())
        return
    table = Table("isolation", "works here", "means that student code is")
    for level in levels.LEVELS:
        obstacle = levels.obstacle(level)
        table.add_row(level, f"no: {obstacle}" if obstacle else "yes", levels.MEANING[level])
    out.print(table)
    place = levels.LEVELS.index(levels.best())
    if place == 0:
        out.print("Nothing is left to do.")
    else:
        better = levels.LEVELS[place - 1]
        out.print(f"To have it {better}: {isolation.advice(better)}", markup=False)


@app.command("quality")
def quality_command(
    section: Sections = None,
    seeds: Annotated[int, typer.Option(help="Seeds for every answer of the bank.")] = 20,
    exercise: Annotated[str | None, typer.Option(help="Only this exercise.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a section.")] = False,
    jobs: Annotated[int | None, typer.Option(help="Processes; default: the cores.")] = None,
) -> None:
    """Grade the answer bank and mutants: do the tests still tell right from wrong?"""
    measured = [bank.measure(found, seeds, jobs, exercise) for found in chosen(section)]
    for result in measured:
        if as_json:
            print(json.dumps({**result.as_dict(), "passed": result.passed}), flush=True)
        else:
            show_quality(result)
    raise typer.Exit(0 if all(result.passed for result in measured) else 1)


def show_quality(result: bank.Quality) -> None:
    """The quality table of one section, and the culprits by name."""
    table = Table("section", "answers", "seeds", "false rejects", "false accepts", "off target",
                  "mutants killed", title="Quality of the tests")  # fmt: skip
    differing = result.mutants - len(result.equivalent)
    table.add_row(
        result.section, f"{result.right} right, {result.wrong} wrong", str(result.seeds),
        str(len(result.false_rejects)), str(len(result.false_accepts)),
        str(len(result.off_target)), f"{result.killed} of {differing} that differ",
    )  # fmt: skip
    out.print(table)
    for title in ("false_rejects", "false_accepts", "off_target", "survivors"):
        for culprit in getattr(result, title):
            out.print(f"  {title.replace('_', ' ')}: {culprit}", markup=False, highlight=False)
    for name, reason in result.equivalent.items():
        out.print(f"  equivalent: {name}: {reason}", markup=False, highlight=False, style="dim")


def main() -> None:
    """Run the command; a mistake of the caller ends in one sentence and exit code 2."""
    temporary.claim()
    try:
        app(standalone_mode=True)
    except (UnknownSectionError, collect.CollectError, converters.ConversionError,
            FolderError, levels.IsolationError, bundle.PublishError,
            release.SolutionError) as error:
        err.print(f"course: {error}", style="red", markup=False)
        sys.exit(2)
