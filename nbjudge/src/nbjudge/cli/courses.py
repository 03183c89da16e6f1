"""Commands on a course: release, publish, quality."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nbjudge.cli.command import (
    HERE,
    Database,
    InFolder,
    Sections,
    app,
    begin,
    chosen,
    course_of,
    err,
    out,
    place_of,
)

if TYPE_CHECKING:
    from nbjudge.quality.bank import Quality


@app.command("release")
def release_command(
    section: Sections = None,
    folder: InFolder = HERE,
    db: Database = "",
    force: Annotated[bool, typer.Option(help="Execute solutions that are up to date too.")] = False,
) -> None:
    """Generate release/ and solutions/ from source/, and enter the sections in the gradebook."""
    begin()
    from rich.progress import track

    from nbjudge.gradebook.gradebook import Gradebook
    from nbjudge.publish.release import release, solve, up_to_date

    course, screen = course_of(folder), out()
    with Gradebook(place_of(folder, db), course) as book:
        for found in track(chosen(course, section), "Releasing", console=err()):
            screen.print(f"{found.name}: students get {release(book, found)}")
            if force or not up_to_date(found):
                screen.print(f"{found.name}: solution executed into {solve(found)}")


@app.command("publish")
def publish_command(
    to: Annotated[Path, typer.Argument(metavar="FOLDER", file_okay=False)],
    section: Sections = None,
    url: Annotated[
        str,
        typer.Option(
            help="Where the folder will be public: https://github.com/OWNER/REPOSITORY or its "
            "address."
        ),
    ] = "",
) -> None:
    """Write the folder that students get: notebooks that find their helpers, nothing graded."""
    begin()
    from nbjudge.publish.bundle import publish

    course = course_of(HERE)
    wheel = publish(to, course, chosen(course, section), url)
    size = f"{wheel.stat().st_size / 1000:.0f} kB"
    where = f"is downloaded from {url}" if url else "is inside every notebook"
    out().print(f"{to} is ready to hand out. The helpers' wheel ({size}) {where}.")


@app.command("quality")
def quality_command(
    section: Sections = None,
    seeds: Annotated[int, typer.Option(help="Seeds for every answer of the bank.")] = 20,
    exercise: Annotated[str | None, typer.Option(help="Only this exercise.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a section.")] = False,
    jobs: Annotated[int | None, typer.Option(help="Processes; default: the cores.")] = None,
) -> None:
    """Grade the answer bank and mutants: do the tests still tell right from wrong?"""
    begin()
    from nbjudge.authoring.check import check
    from nbjudge.quality.bank import measure

    course = course_of(HERE)
    wanted = chosen(course, section)
    unfit = [f for f in check(course, wanted, whole=False) if exercise in (None, f.exercise)]
    for finding in unfit:
        err().print(str(finding), markup=False, highlight=False, soft_wrap=True)
    if unfit:
        err().print("Nothing is measured before that is mended: course check", style="red")
        raise typer.Exit(1)
    measured = [measure(found, seeds, jobs, exercise) for found in wanted]
    for result in measured:
        if as_json:
            print(json.dumps({**result.as_dict(), "passed": result.passed}), flush=True)
        else:
            show_quality(result)
    raise typer.Exit(0 if all(result.passed for result in measured) else 1)


def show_quality(result: Quality) -> None:
    """The quality table of one section, and the culprits by name."""
    from rich.table import Table

    screen = out()
    heads = ("section", "answers", "seeds", "false rejects", "false accepts", "off target")
    table = Table(*heads, "mutants killed", title="Quality of the tests")
    differing = result.mutants - len(result.equivalent)
    table.add_row(
        result.section,
        f"{result.right} right, {result.wrong} wrong",
        str(result.seeds),
        str(len(result.false_rejects)),
        str(len(result.false_accepts)),
        str(len(result.off_target)),
        f"{result.killed} of {differing} that differ",
    )
    screen.print(table)
    for title in ("defects", "false_rejects", "false_accepts", "off_target", "survivors"):
        for culprit in getattr(result, title):
            screen.print(f"  {title.replace('_', ' ')}: {culprit}", markup=False, highlight=False)
    for name, reason in result.equivalent.items():
        said = f"  equivalent: {name}: {reason}"
        screen.print(said, markup=False, highlight=False, style="dim")
