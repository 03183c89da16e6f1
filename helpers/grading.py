"""Where the autograder was before it became a package of its own; says where it is now."""

raise ImportError(
    "helpers.grading is nbjudge now: in nbgrader_config.py, write nbjudge.gradebook.preprocessors "
    "wherever it says helpers.grading.gradebook."
)
