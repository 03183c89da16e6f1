"""Our steps of nbgrader's converters: intake, run, and a saver that takes the judge's word alone.

``nbgrader_config.py`` names these classes, so plain ``nbgrader autograde``, the formgrader's button
and ``course autograde`` all go the same way.
"""

from __future__ import annotations

from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Gradebook as Api
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades
from traitlets import Unicode

from nbjudge.classroom.folder import Folder
from nbjudge.classroom.grading import graded_in
from nbjudge.classroom.regrade import difference
from nbjudge.course.course import find_course
from nbjudge.course.recognise import prepare
from nbjudge.course.sections import Section, find_section
from nbjudge.gradebook.gradebook import reset
from nbjudge.gradebook.sanitize import neutral
from nbjudge.intake.reading import read_submission
from nbjudge.judge.verdict import SAID, Status, Verdict, by_test_cell, points, read_verdict
from nbjudge.notebook import cells
from nbjudge.notebook.regions import split_hidden
from nbjudge.notebook.text import verbatim
from nbjudge.pool.graded import Graded
from nbjudge.pool.local import Execute, JudgePool

STYLE = """<style>
table { border-collapse: collapse; margin: .5em 0 } th, td { padding: .25em .8em; text-align: left;
border-bottom: 1px solid #dde1e6; vertical-align: top } pre { white-space: pre-wrap }
</style>"""


def folder_of(step: Any) -> Folder:
    """The class's folder of the converter that a preprocessor belongs to."""
    return Folder(Path(step.parent.parent.coursedir.root))


class SubmissionExporter(NotebookExporter):
    """Reads what students hand in with our own reader, which takes any file for what it is."""

    def from_filename(
        self, filename: str, resources: Any = None, **kw: Any
    ) -> tuple[NotebookNode, Any]:
        """Sanitize a submitted file, or go on with a notebook that intake has cleaned before."""
        path = Path(filename)
        notebook = nbformat.v4.new_notebook()
        if getattr(self.parent, "_sanitizing", True):
            converter: Any = self.parent
            ids, folder = resources["nbgrader"], Folder(Path(converter.coursedir.root))
            name = folder.origin(ids["assignment"], ids["student"])
            resources = {**resources, "submission": read_submission(path, name)}
        else:
            notebook = nbformat.read(path, as_version=4)
        convert: Any = self.from_notebook_node
        made: tuple[NotebookNode, Any] = convert(notebook, resources=resources, **kw)
        return made


class Step(NbGraderPreprocessor):
    """A step of ours, which knows its course."""

    course = Unicode(
        help="the course's folder; by default that in or above which the class's folder is, or "
        "this process works"
    ).tag(config=True)

    def section(self, name: str) -> Section:
        """The section of this name."""
        places = [Path(self.course)] if self.course else [folder_of(self).path, Path()]
        return find_section(find_course(*places, installed=True), name)


class Intake(Step):
    """Replaces whatever was submitted by the released notebook with the student's answers in it.

    Grades of an earlier grading are reset first, so that none survives by accident.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        ids = resources["nbgrader"]
        with Api(ids["db_url"]) as api:
            reset(api, ids)
        return prepare(self.section(ids["assignment"]), resources["submission"]), resources


class Run(Step):
    """Executes the clean notebook and has it judged, or finds that done."""

    isolation = Unicode("confined", help="confined, limited or none").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        ids, folder = resources["nbgrader"], folder_of(self)
        section = self.section(ids["assignment"])
        graded, _ = graded_in(folder, section, nb, self.isolation, self._execute(section))
        resources["graded"] = graded
        notebook = graded.notebook
        notebook.metadata.course = {**nb.metadata.course, "verdicts": graded.receipt()["verdicts"]}
        return neutral(notebook), resources

    def _execute(self, section: Section) -> Execute:
        """The converter's own way to have submissions judged.

        One that has none, as nbgrader's own commands have not, gets a pool for as long as it lives.
        """
        converter: Any = self.parent.parent
        found: Execute | None = getattr(converter, "execute", None)
        if found is None:
            pool = JudgePool(section.course.layer)
            # at exit too, and then before multiprocessing waits for its children
            Finalize(converter, pool.close, exitpriority=0)
            found = converter.execute = pool.execute
        return found


class SaveVerdicts(SaveAutoGrades):
    """Writes the judge's floats to the gradebook; a cell without a verdict is worth nothing.

    The receipt is written last, so that it never tells of what the gradebook does not hold. What a
    human has graded is marked for another look only where there is something new to see.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        ids, folder = resources["nbgrader"], folder_of(self)
        graded: Graded = resources["graded"]
        self.verdicts = by_test_cell(graded.verdicts)
        before = folder.receipt(ids["assignment"], ids["student"])
        self.same = (
            before is not None
            and before["submission"] == graded.submission
            and not difference(before, graded.receipt())
        )
        nb, resources = super().preprocess(nb, resources)
        folder.save_defects(ids["student"], graded)
        folder.save_receipt(ids["student"], graded)
        return nb, resources

    def _add_score(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        grade = self._find(self.gradebook.find_grade, cells.grade_id(cell))
        seen = self.same and grade.manual_score is not None and not grade.needs_manual_grade
        if cells.is_test(cell):
            verdict = self.verdicts.get(cells.grade_id(cell))
            withheld = verdict is not None and verdict.status is Status.DEFECT
            grade.auto_score = verdict.score if verdict else 0.0
            grade.needs_manual_grade = withheld or grade.manual_score is not None
        else:
            super()._add_score(cell, resources)
        grade.needs_manual_grade = grade.needs_manual_grade and not seen
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        name = cells.grade_id(cell)
        verdict = self.verdicts.get(f"test_{name}")
        if verdict is None:
            super()._add_comment(cell, resources)
            return
        comment = self._find(self.gradebook.find_comment, name)
        comment.auto_comment = SAID[verdict.status] or None
        self.gradebook.db.commit()

    def _find(self, find: Any, name: str) -> Any:
        return find(name, self.notebook_id, self.assignment_id, self.student_id)


class ForStudents(NbGraderPreprocessor):
    """Feedback without the tests: a summary, then the student's own cells, each with its verdict.

    What was given to everyone is left out: the page is about this student's work.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        nb.cells = [
            cell
            for cell in nb.cells
            if cells.is_solution(cell) or cells.is_test(cell) or cell.id.startswith("own-")
        ]
        for cell in nb.cells:
            if cells.is_test(cell):
                cell.source = split_hidden(cell.source)[0].rstrip()
                cell.outputs = [o for o in cell.outputs if o.output_type == "display_data"]
        course = nb.metadata.pop("course", {})
        verdicts = [read_verdict(form) for form in course.get("verdicts", [])]
        nb.cells.insert(0, summary(verdicts, list(course.get("remarks", []))))
        return nb, resources


def summary(verdicts: list[Verdict], remarks: list[str]) -> NotebookNode:
    """A markdown cell: every exercise with its points and what to look at first."""
    lines = [STYLE, "", "| exercise | points | look at first |", "|:---|---:|:---|"]
    for verdict in verdicts:
        first = next((c.name for c in verdict.criteria if not c.passed), "")
        said = SAID[verdict.status] or first
        earned = points(verdict.score)
        lines.append(f"| `{verdict.name}` | {earned} / {verdict.points:g} | {said} |")
    notes = [f"- {verbatim(remark)}" for remark in remarks]
    after = "The table after each of your answers says more, criterion by criterion."
    text = "\n".join(["## Your result", "", *lines, "", after, "", *notes])
    cell: NotebookNode = nbformat.v4.new_markdown_cell(text, id="your-result")
    return cell
