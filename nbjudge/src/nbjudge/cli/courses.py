"""Commands on a course: release, publish, quality."""

from __future__ import annotations

import json
from enum import StrEnum
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
    from nbjudge.quality.record import Quality


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


class Kind(StrEnum):
    """The kinds of answers that the tests are tried on."""

    RIGHT = "right"
    WRONG = "wrong"
    MUTANT = "mutant"
    NOTHING = "nothing"


@app.command("quality")
def quality_command(
    section: Sections = None,
    seeds: Annotated[int, typer.Option(help="Seeds for every answer of the bank.")] = 20,
    slow_seeds: Annotated[
        int | None, typer.Option(help="For exercises over 0.2 s a grading; default: as many.")
    ] = None,
    exercise: Annotated[str | None, typer.Option(help="Only this exercise.")] = None,
    only: Annotated[
        Kind | None, typer.Option(help="Only answers of this kind.", show_default=False)
    ] = None,
    verbose: Annotated[
        bool, typer.Option(help="For every exercise, which answer that knows nothing earns most.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a section.")] = False,
    jobs: Annotated[int | None, typer.Option(help="Processes; default: the cores.")] = None,
) -> None:
    """Grade the answer bank, mutants and non-answers: do the tests still tell right from wrong?"""
    begin()
    from nbjudge.authoring.check import check
    from nbjudge.quality.measure import measure

    course = course_of(HERE)
    wanted = chosen(course, section)
    unfit = [f for f in check(course, wanted, whole=False) if exercise in (None, f.exercise)]
    for finding in unfit:
        err().print(str(finding), markup=False, highlight=False, soft_wrap=True)
    if unfit:
        err().print("Nothing is measured before that is mended: course check", style="red")
        raise typer.Exit(1)
    kind = only.value if only else None
    measured = [
        measure(found, seeds, jobs, exercise, kind, slow_seeds=slow_seeds) for found in wanted
    ]
    for result in measured:
        if as_json:
            print(json.dumps({**result.as_dict(), "passed": result.passed}), flush=True)
            continue
        show_quality(result)
        if verbose:
            show_panel(result)
    raise typer.Exit(0 if all(result.passed for result in measured) else 1)


def show_quality(result: Quality) -> None:
    """The quality table of one section, and the culprits by name."""
    from rich.table import Table

    screen = out()
    heads = ("section", "answers", "seeds", "false rejects", "false accepts", "off target")
    table = Table(*heads, "mutants killed", "paid for nothing", title="Quality of the tests")
    differing = result.mutants - len(result.equivalent)
    below = f" below {result.styles} styles" if result.styles > 1 else ""
    table.add_row(
        result.section,
        f"{result.right} right{below}, {result.wrong} wrong",
        str(result.seeds),
        str(len(result.false_rejects)),
        str(len(result.false_accepts)),
        str(len(result.off_target)),
        f"{result.killed} of {differing} that differ",
        f"{len(result.knowing_nothing)} of {sum(map(len, result.panel.values()))}",
    )
    screen.print(table)
    titles = ("defects", "false_rejects", "false_accepts", "off_target", "survivors")
    for title in (*titles, "knowing_nothing"):
        for culprit in getattr(result, title):
            said = f"  {title.replace('_', ' ')}: {culprit}"
            screen.print(said, markup=False, highlight=False, soft_wrap=True)
    for name, reason in result.equivalent.items():
        said = f"  equivalent: {name}: {reason}"
        screen.print(said, markup=False, highlight=False, soft_wrap=True, style="dim")


def show_panel(result: Quality) -> None:
    """By exercise, the answer that knows nothing and earns most."""
    from rich.table import Table

    table = Table("exercise", "non-answers", "the best paid of them", "earns", title=result.section)
    for name, (worst, share) in result.worst().items():
        table.add_row(name, str(len(result.panel[name])), worst, f"{share:.0%}")
    out().print(table)
