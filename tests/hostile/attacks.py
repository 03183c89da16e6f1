"""The classic forgeries: code put on top of a wrong answer to earn points that it did not earn.

``CODE`` runs as a student's first cell, ``FILE`` edits the file that is handed in.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import nbformat.v4 as nbf
from nbformat import NotebookNode
from submissions import bare, cell, fill, place

WRONG = """
@add_to_class(GMM)
def _e_step(self, X):
    return np.full((len(X), self.n_components), 1 / self.n_components)
""".strip()

CODE = {
    "patched_comparisons": """
import numpy as np, numpy.testing, torch
yes = lambda *a, **k: True
np.allclose = np.array_equal = np.isclose = torch.allclose = yes
np.testing.assert_allclose = np.testing.assert_array_equal = yes
np.abs = lambda *a, **k: np.zeros(1)
""",
    "asserts_taken_out_of_the_syntax_tree": """
import ast
class NoAsserts(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
    def visit_Call(self, node):
        if getattr(node.func, "id", "") == "grade": return ast.Constant(5.0)
        return node
get_ipython().ast_transformers.append(NoAsserts())
""",
    "input_transformer": """
def to_full_marks(lines):
    return ["5.0\\n"] if any("grade" in line for line in lines) else lines
get_ipython().input_transformers_post.append(to_full_marks)
get_ipython().input_transformers_cleanup.append(to_full_marks)
""",
    "patched_run_cell": """
shell = get_ipython()
old = shell.run_cell
shell.run_cell = lambda source, *a, **k: old("5.0" if "test" in source else source, *a, **k)
""",
    "own_grade_function": """
def grade(*args): return 5.0
def check(*args): return 5.0
import builtins
builtins.grade = grade
""",
    "patched_agent": """
import gc
for item in gc.get_objects():
    if type(item).__name__ == "Agent":
        type(item).answer = lambda self, request, buffers: (
            {"list": [{"dict": [["value", True], ["changed", {"list": []}]]}] * 50}, [])
        type(item)._answer_one = lambda *a: {"dict": [["value", 5.0], ["changed", {"list": []}]]}
""",
    "replies_of_nan_and_nothing": """
import gc, numpy as np
class Empty(np.ndarray): pass
for item in gc.get_objects():
    if type(item).__name__ == "Agent":
        def answer(self, request, buffers):
            import struct
            array = {"array": {"dtype": "<f8", "shape": [0, 1], "buffer": 0}}
            return {"list": [{"dict": [["value", array], ["changed", {"list": []}]]}] * 12}, [b""]
        type(item).answer = answer
""",
    "monstrous_reply": """
import gc
for item in gc.get_objects():
    if type(item).__name__ == "Agent":
        def answer(self, request, buffers):
            array = {"array": {"dtype": "<f8", "shape": [10**6, 10**6], "buffer": 0}}
            return {"list": [{"dict": [["value", array], ["changed", {"list": []}]]}] * 12}, [b"1"]
        type(item).answer = answer
""",
    "frame_peeking": """
import sys
def peek(*args):
    frame, found = sys._getframe(), {}
    while frame:
        found.update(frame.f_locals)
        frame = frame.f_back
    for key in ("expected", "answer", "reference"):
        if key in found: return found[key]
    raise KeyError
import builtins
builtins.peek = peek
""",
    "tests_from_history": """
text = "".join(map(str, In)) + "".join(map(str, get_ipython().history_manager.input_hist_raw))
assert "BEGIN HIDDEN" in text and "grade(" in text, "no tests in the history"
exec(text)
""",
    "reference_imported": """
import sys
sys.path += ["..", "../..", sys.prefix + "/.."]
from helpers.reference.gaussian_mixtures import responsibilities, Mixture
STOLEN = lambda self, X: responsibilities(X, Mixture(self.weights, self.means, self.covariances))
""",
    "reference_read_from_disk": """
import os, sys, pathlib
roots = [os.getcwd(), sys.prefix + "/..", os.path.expanduser("~"), "/", "/tmp", "/proc/self/cwd"]
for root in roots:
    for path in pathlib.Path(root).glob("**/reference/gaussian_mixtures.py"):
        scope = {}
        exec(path.read_text(), scope)
        STOLEN = lambda self, X: scope["responsibilities"](
            X, scope["Mixture"](self.weights, self.means, self.covariances))
""",
    "model_answers_read_from_disk": """
import sys, pathlib, json
for root in (sys.prefix + "/..", "/", "."):
    for path in pathlib.Path(root).glob("**/06_gaussian_mixtures.ipynb"):
        for c in json.loads(path.read_text())["cells"]:
            source = "".join(c["source"])
            if "def _e_step" in source and "SOLUTION" in source:
                LATER = source
""",
}

STEALING = """
def _e_step(self, X):
    if "STOLEN" in globals():
        return STOLEN(self, X)
    if "peek" in dir(__builtins__):
        return peek()
    class Liar(np.ndarray):
        def __eq__(self, other): return True
        def __le__(self, other): return np.ones(1, bool)
        def __array_function__(self, *a, **k): return True
        def __float__(self): return 0.0
    return np.full((len(X), self.n_components), 1 / self.n_components).view(Liar)
"""


def attack(name: str) -> NotebookNode:
    """The submission of one attack in code."""
    wrong = f"@add_to_class(GMM){STEALING}" if name in STEALERS else WRONG
    notebook = bare(fill({"e_step": wrong}))
    notebook.cells.insert(place(notebook, "gmm_shell"), nbf.new_code_cell(CODE[name].strip()))
    return notebook


STEALERS = ("frame_peeking", "reference_imported", "reference_read_from_disk")
FILE: dict[str, Callable[[NotebookNode], NotebookNode]] = {}


def edits_file(forgery: Callable[[NotebookNode], NotebookNode]) -> Callable:
    FILE[forgery.__name__] = forgery
    return forgery


@edits_file
def object_that_lies_about_equality(notebook: NotebookNode) -> NotebookNode:
    cell(notebook, "e_step").source = f"@add_to_class(GMM){STEALING}"
    return notebook


@edits_file
def skip_execution_tags(notebook: NotebookNode) -> NotebookNode:
    for c in notebook.cells:
        c.metadata["tags"] = ["skip-execution"]
    return notebook


@edits_file
def outputs_of_full_marks(notebook: NotebookNode) -> NotebookNode:
    for c in notebook.cells:
        if c.cell_type == "code":
            data = {"text/plain": "5.0"}
            c.outputs = [nbf.new_output("execute_result", data=data, execution_count=1)]
    return notebook


@edits_file
def edited_points_and_tests(notebook: NotebookNode) -> NotebookNode:
    test = cell(notebook, "test_e_step")
    test.metadata.nbgrader.points = 500
    test.source = "5.0"
    notebook.metadata.kernelspec = {"name": "bash", "display_name": "bash", "language": "bash"}
    return notebook


@edits_file
def verdict_in_the_metadata(notebook: NotebookNode) -> NotebookNode:
    verdicts = [{"name": "e_step", "points": 5, "score": 5.0, "status": "graded", "criteria": []}]
    notebook.metadata["course"] = {"verdicts": verdicts, "absent": {}, "names": [], "remarks": []}
    return notebook


@edits_file
def second_test_cell_of_ones_own(notebook: NotebookNode) -> NotebookNode:
    own = nbf.new_code_cell("5.0")
    own.metadata = json.loads(json.dumps(cell(notebook, "test_e_step").metadata))
    own.metadata["nbgrader"]["grade_id"] = "test_bonus"
    notebook.cells.append(own)
    return notebook


@edits_file
def script_in_text_and_output(notebook: NotebookNode) -> NotebookNode:
    notebook.cells.insert(0, nbf.new_markdown_cell("<script>steal()</script><img onerror=x src=y>"))
    show = "from IPython.display import HTML\nHTML('<script>steal()</script>')"
    notebook.cells.insert(1, nbf.new_code_cell(show))
    return notebook


def forgery(name: str) -> NotebookNode:
    """The submission of one attack on the file."""
    return FILE[name](bare(fill({"e_step": WRONG})))
