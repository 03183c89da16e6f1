"""The hostile submissions: a few lines each, on top of wrong answers, named for what they try.

``attacks/<family>/<name>.py`` holds code in cells. A plain ``# %%`` cell goes to the top of the
notebook, ``# %% in place of NAME`` replaces an answer, ``# %% at the end`` goes below all others,
and ``# %% markdown`` is text behind comment signs. A header says ``# section: 06`` where it is not
the second, and ``# stopped by: confined`` where nothing less than that level of isolation is in its
way. Attacks on the file are in ``tampering``.

An attack that reads or reaches what it should not prints a line with ``GOT``. Whether one wrote
anything is seen from outside: in a sandbox a folder of that name may be its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.course.sections import Section
from tests.kit.course import ROOT, find
from tests.kit.submissions import bare, cell, fill, text

HERE = ROOT / "tests" / "hostile" / "attacks"
CELL = re.compile(r"(?m)^# %%(.*)\n")
HEADER = re.compile(r"(?m)^# (section|stopped by): (.+)$")
IN_PLACE = "in place of "
NOTHING = "def {}(*args, **kwargs):\n    return 0.0"
KEEPING = """@add_to_class(GMM)
def online_update(self, new_batch):
    self.batches = [*getattr(self, "batches", []), new_batch.copy()]
    X = np.concatenate(self.batches)
    self._m_step(X, np.concatenate([self._e_step(batch) for batch in self.batches]))
"""
METHOD = "@add_to_class(GMM)\ndef {}(self, *args):\n    return 0.0"
WRONG = {
    "02": {
        name: NOTHING.format(name)
        for name in (
            "gaussian_log_likelihood",
            "gaussian_mle",
            "bernoulli_mle",
            "multinomial_mle",
            "mvn_log_pdf",
            "log_likelihood_surface",
            "gaussian_posterior",
        )
    },
    "05": {
        name: NOTHING.format(name)
        for name in ("kl_divergence", "inception_score", "mean_entropy", "frechet_distance", "fid")
    },
    "06": {
        "e_step": METHOD.format("_e_step"),
        "m_step": METHOD.format("_m_step"),
        "log_likelihood": METHOD.format("log_likelihood"),
        "online_update": KEEPING,
        "n_parameters": NOTHING.format("n_parameters"),
        "compute_bic": NOTHING.format("compute_bic"),
    },
}


@dataclass(frozen=True)
class Places:
    """What there is to read, write, signal and talk to: attacks call it by these names.

    A run gives its own, which are put in their place.
    """

    course: str = "/srv/course"  # the class's folder, with sources, gradebook and submissions
    home: str = "/srv/home"  # the instructor's
    tmp: str = "/srv/tmp"  # the system's folder for temporary files
    shm: str = "/dev/shm/canary"
    socket: str = "canary-socket"  # abstract
    port: str = "49151"  # of 127.0.0.1, TCP and UDP
    process: str = "4194303"  # a bystander, which holds the secret in memory and environment
    mark: str = "linger-0"  # what processes that stay behind call themselves

    def set_in(self, source: str) -> str:
        """The source with this run's places in it."""
        for name, known in asdict(Places()).items():
            source = source.replace(known, getattr(self, name))
        return source


@dataclass(frozen=True)
class Attack:
    """One hostile submission. ``hand_in`` writes it among the files that are handed in."""

    name: str
    family: str
    doc: str
    section: Section
    stopped_by: str = "none"  # the lowest level of isolation that stops it
    source: str = field(default="", repr=False)
    tamper: Callable[[Path, NotebookNode, str], None] | None = field(default=None, repr=False)

    @property
    def student(self) -> str:
        """The name under which it is handed in."""
        return f"{self.family}-{self.name}"

    def notebook(self, places: Places = Places()) -> NotebookNode:
        """The wrong answers with the attack's code on top of them."""
        return self.on(wrong(self.section), places)

    def on(self, notebook: NotebookNode, places: Places = Places()) -> NotebookNode:
        """The notebook with the attack's code put into it."""
        own = []
        for heading, source in cells_of(places.set_in(self.source)):
            if heading.startswith(IN_PLACE):
                cell(notebook, heading.removeprefix(IN_PLACE)).source = source
            elif heading == "at the end":
                notebook.cells.append(nbf.new_code_cell(source))
            elif heading == "markdown":
                own.append(nbf.new_markdown_cell(re.sub(r"(?m)^# ?", "", source)))
            else:
                own.append(nbf.new_code_cell(source))
        notebook.cells[:0] = own
        return notebook

    def hand_in(self, handed_in: Path, places: Places = Places()) -> None:
        """Write what is handed in among the others."""
        notebook = self.notebook(places)
        if self.tamper is not None:
            self.tamper(handed_in, notebook, self.student)
        else:
            path = handed_in / f"{self.student}.ipynb"
            path.write_text(text(notebook), encoding="utf-8")


def cells_of(source: str) -> list[tuple[str, str]]:
    """Headings and sources of the cells of a file in percent format."""
    parts = CELL.split(source)
    return [
        (heading.strip(), body.strip())
        for heading, body in zip(parts[1::2], parts[2::2], strict=True)
    ]


def wrong(section: Section) -> NotebookNode:
    """The submission on which all attacks on a section are built; every answer in it is wrong."""
    return bare(fill(WRONG[section.name[:2]], section))


def in_code() -> list[Attack]:
    """The attacks that are files of code."""
    found = []
    for path in sorted(HERE.glob("*/*.py")):
        source = path.read_text(encoding="utf-8")
        doc = re.match(r'"""(.+?)"""', source, re.DOTALL)
        assert doc is not None, f"{path} does not say in its first line what it tries"
        said = dict(HEADER.findall(source))
        found.append(
            Attack(
                path.stem,
                path.parent.name,
                " ".join(doc[1].split()),
                find(said.get("section", "02")),
                said.get("stopped by", "none"),
                source,
            )
        )
    return found


@cache
def attacks() -> list[Attack]:
    """All of them, sorted by family and name."""
    from tests.kit.hostile.tampering import TAMPERING

    section = find("02")
    on_files = [
        Attack(name, "tampering", (function.__doc__ or "").strip(), section, tamper=function)
        for name, function in TAMPERING.items()
    ]
    return sorted([*in_code(), *on_files], key=lambda attack: (attack.family, attack.name))


def find_attack(name: str) -> Attack:
    """The attack ``family/name``."""
    return next(a for a in attacks() if f"{a.family}/{a.name}" == name)
