"""nbgrader for this course: our intake, judge and saver in place of its execution and trust."""

from pathlib import Path

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "generative_models"
c.CourseDirectory.solution_directory = "solutions"
# or a database on a server, for several machines: "postgresql+psycopg://USER@HOST/DATABASE"
c.CourseDirectory.db_url = f"sqlite:///{Path(__file__).parent / 'gradebook.db'}?timeout=60"

c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\nraise NotImplementedError"}

c.Autograde.exporter_class = "helpers.grading.gradebook.SubmissionExporter"
c.Autograde.sanitize_preprocessors = [
    "helpers.grading.gradebook.Intake",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "helpers.grading.gradebook.Run",
    "helpers.grading.gradebook.SaveVerdicts",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

c.GenerateFeedback.preprocessors = [
    "helpers.grading.gradebook.ForStudents",
    "nbgrader.preprocessors.GetGrades",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
