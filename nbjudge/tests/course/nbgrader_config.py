"""nbgrader for this course: nbjudge's intake, judge and saver in the place of its own."""

from pathlib import Path

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "optics"
c.CourseDirectory.solution_directory = "solutions"
# or a database on a server, for several machines: "postgresql+psycopg://USER@HOST/DATABASE"
c.CourseDirectory.db_url = f"sqlite:///{Path(__file__).parent / 'gradebook.db'}?timeout=60"

c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\nraise NotImplementedError"}

c.Autograde.exporter_class = "nbjudge.gradebook.preprocessors.SubmissionExporter"
c.Autograde.sanitize_preprocessors = [
    "nbjudge.gradebook.preprocessors.Intake",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "nbjudge.gradebook.preprocessors.Run",
    "nbjudge.gradebook.preprocessors.SaveVerdicts",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

c.GenerateFeedback.preprocessors = [
    "nbjudge.gradebook.preprocessors.ForStudents",
    "nbgrader.preprocessors.GetGrades",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
