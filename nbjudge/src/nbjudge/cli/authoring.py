"""Commands for those who write a course: new and check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nbjudge.cli.command import HERE, Sections, app, begin, chosen, course_of, out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nbjudge.course.course import Course
    from nbjudge.course.sections import Section

new = typer.Typer(
    help="Write the skeleton of a course, a section or an exercise; nothing is overwritten.",
    no_args_is_help=True,
)
app.add_typer(new, name="new")

Title = Annotated[str, typer.Option(help="In words, for headings.", show_default=False)]


@new.command("course")
def new_course_command(name: str, title: Title = "") -> None:
    """Make a folder NAME with a course: course.toml, nbgrader_config.py and a package NAME."""
    from nbjudge.authoring.skeletons import new_course

    show(new_course(HERE, name, title), f"cd {name} and course new section 01_TOPIC")


@new.command("section")
def new_section_command(name: str, title: Title = "") -> None:
    """Begin a section: NAME is a number and a topic, such as 03_sampling."""
    from nbjudge.authoring.skeletons import new_section

    written = new_section(course_of(HERE), name, title)
    show(written, f"course new exercise NAME --section {name}")


@new.command("exercise")
def new_exercise_command(
    name: str,
    section: Annotated[
        str,
        typer.Option(help="Its section; may be left out if there is but one.", show_default=False),
    ] = "",
    points: Annotated[int, typer.Option(min=1, help="What it is worth.")] = 2,
) -> None:
    """Begin an exercise: module, ask, reference, check, cells, and answers, all at work."""
    from nbjudge.authoring.skeletons import new_exercise

    found = section_of(course_of(HERE), section)
    written = new_exercise(found, name, points)
    show(written, f"make these files yours, then course check {found.name} and course quality")


def section_of(course: Course, name: str) -> Section:
    """The section of this name, or the only one. Raises ``CourseError``."""
    from nbjudge.course.sections import find_section, sections
    from nbjudge.errors import CourseError

    if name:
        return find_section(course, name)
    known = sections(course)
    if len(known) != 1:
        raise CourseError(
            "Say which section the exercise belongs to: --section NAME. There are: "
            f"{', '.join(section.name for section in known) or 'none yet'}."
        )
    return known[0]


def show(written: Iterable[Path], then: str) -> None:
    """Say what was written, and what to do next."""
    for path in written:
        place = path.resolve()
        shown = place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place
        out().print(f"  {shown}", markup=False, highlight=False, soft_wrap=True)
    out().print(f"Next: {then}", markup=False, highlight=False, soft_wrap=True)


@app.command("check")
def check_command(section: Sections = None) -> None:
    """Look for what is missing or wrong in a course; say nothing if all is well."""
    from nbjudge.authoring.check import check

    begin()
    course = course_of(HERE)
    findings = check(course, chosen(course, section), whole=not section)
    for finding in findings:
        out().print(str(finding), markup=False, highlight=False, soft_wrap=True)
    if findings:
        raise typer.Exit(1)
