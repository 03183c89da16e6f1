"""Commands on a class: collect, autograde, feedback, report, grade, doctor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from nbjudge.cli.command import (
    HERE,
    Database,
    InFolder,
    Level,
    Sections,
    app,
    begin,
    chosen,
    course_of,
    err,
    out,
    place_of,
)


@app.command("collect")
def collect_command(
    download: Annotated[Path, typer.Argument(metavar="ARCHIVE_OR_FOLDER", exists=True)],
    section: str,
    folder: InFolder = HERE,
) -> None:
    """Bring submissions in: a zip, a folder of notebooks, or a folder per student."""
    begin()
    from nbjudge.classroom.collect import collect
    from nbjudge.course.sections import find_section

    found = find_section(course_of(folder, installed=True), section)
    students, remarks = collect(download, place_of(folder), found)
    for remark in remarks:
        out().print(f"  {remark}", markup=False, highlight=False)
    out().print(
        f"{len(students)} submissions are in {folder / 'submitted'}. Next: course autograde"
    )


@app.command("autograde")
def autograde_command(
    section: Sections = None,
    student: Annotated[
        str, typer.Option(metavar="ID", help="Grade this student only.", show_default=False)
    ] = "*",
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Execute afresh what was graded before, and say what came out other."
        ),
    ] = False,
    level: Level = "confined",
    folder: InFolder = HERE,
    db: Database = "",
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            help="Submissions at a time; default: the cores, or what keeps the scheduler's "
            "workers at work.",
            show_default=False,
        ),
    ] = None,
    scheduler: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="Judge on the Dask cluster of this scheduler, such as tcp://HOST:8786.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Grade what has been collected. Run it again after an interruption: it goes on from there."""
    begin()
    from nbjudge.autograde import autograde, students
    from nbjudge.cli import progress
    from nbjudge.confine import levels
    from nbjudge.gradebook.gradebook import Gradebook
    from nbjudge.pool.cluster import executing

    course, screen = course_of(folder, installed=True), out()
    if not scheduler:  # whose workers see to themselves
        levels.require(level)
    count = progress.Count()
    with (
        executing(course, scheduler, jobs) as (execute, at_once),
        Gradebook(place_of(folder, db), course) as book,
    ):
        for found in chosen(course, section, folder / "submitted"):
            steps = autograde(book, found, level, execute, student, at_once, again)
            expected = len(students(book.folder, found, student))
            for step in progress.followed(steps, f"Grading {found.name}", expected, err()):
                for line in progress.remarks(step):
                    screen.print(f"  {step.student}: {line}", markup=False, highlight=False)
                count.add(step)
    if not count.all:
        raise typer.BadParameter("Nothing is submitted. Bring submissions in: course collect …")
    show_level(level)
    screen.print(count.sentence())
    for complaint in count.complaints(folder):
        err().print(complaint, style="red", markup=False)
    if count.failed or count.defects:
        raise typer.Exit(1)


@app.command("feedback")
def feedback_command(section: Sections = None, folder: InFolder = HERE, db: Database = "") -> None:
    """Write every graded student's feedback as HTML."""
    begin()
    from rich.progress import track

    from nbjudge.gradebook.converters import feedback
    from nbjudge.gradebook.gradebook import Gradebook

    course, place = course_of(folder, installed=True), place_of(folder, db)
    for found in chosen(course, section, folder / "autograded"):
        with Gradebook(place, course) as book:
            done = feedback(book, found)
            count = len(place.submission_folders(found.name, "autograded"))
            for _ in track(done, f"Writing feedback of {found.name}", count, console=err()):
                continue
    out().print(f"Feedback is in {folder / 'feedback'}/<student>/<section>/")


@app.command("report")
def report_command(section: Sections = None, folder: InFolder = HERE, db: Database = "") -> None:
    """Write the class report as HTML and CSV, and show the table of students and scores."""
    begin()
    from nbjudge.gradebook.gradebook import Gradebook
    from nbjudge.report.report import gather, terminal_table, write_report

    course, screen = course_of(folder, installed=True), out()
    with Gradebook(place_of(folder, db), course) as book:
        for found in chosen(course, section):
            view = gather(book, found)
            if not view.students:
                continue
            page, table = write_report(view, folder / "report")
            screen.print(terminal_table(view))
            screen.print(
                f"Scores: {table}\nOpen {page} next; what each student reads is in "
                f"{folder / 'feedback'}/<student>/{found.name}/{found.name}.html"
            )


@app.command("grade")
def grade_command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    seed: Annotated[str, typer.Option(help="Repeat a grading with the seed of its receipt.")] = "",
    level: Level = "confined",
) -> None:
    """Grade notebooks on their own, with no gradebook and no class's folder."""
    begin()
    from nbjudge.grading import grade_files
    from nbjudge.judge.render import verdict_text
    from nbjudge.pool.graded import as_form

    screen, defects = out(), 0
    for path, result in grade_files(files, course_of(HERE, installed=True), level=level, seed=seed):
        defects += len(result.defects)
        if as_json:
            print(json.dumps(as_form(path, result)), flush=True)
            continue
        screen.print(
            f"{path}: {result.score:g} of {result.max_score:g}", style="bold", markup=False
        )
        for text in [*result.remarks, *map(verdict_text, result.verdicts)]:
            screen.print(text, markup=False, highlight=False)
        for traceback in result.defects.values():
            err().print(traceback, style="red", markup=False, highlight=False)
    if not as_json:
        show_level(level)
    if defects:
        raise typer.Exit(1)


def show_level(level: str) -> None:
    """Say how far student code was kept apart, and plainly if that was not far."""
    from nbjudge.confine.levels import MEANING

    if level == "confined":
        out().print("Student code was confined.", style="dim")
        return
    said = (
        f"Student code was {MEANING[level]} ({level}). course doctor says how to have it confined."
    )
    err().print(said, style="yellow", markup=False)


@app.command("doctor")
def doctor_command(
    best: Annotated[bool, typer.Option("--best", help="Print the best level's name only.")] = False,
) -> None:
    """Try how far this machine can keep student code apart, and say how to get further."""
    begin()
    from rich.table import Table

    from nbjudge.confine import levels

    if best:
        print(levels.best())
        return
    screen = out()
    table = Table("isolation", "works here", "means that student code is")
    for level in levels.LEVELS:
        obstacle = levels.obstacle(level)
        table.add_row(level, f"no: {obstacle}" if obstacle else "yes", levels.MEANING[level])
    screen.print(table)
    place = levels.LEVELS.index(levels.best())
    if place == 0:
        screen.print("Nothing is left to do.")
    else:
        better = levels.LEVELS[place - 1]
        screen.print(f"To have it {better}: {levels.advice(better)}", markup=False)
