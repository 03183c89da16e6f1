"""Makes a class of submissions for ``make demo``: strong, weak, unlucky and unreadable work.

Usage: python tests/classroom.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from nbformat import NotebookNode

from tests.kit.accidents import HARMLESS, UNREADABLE
from tests.kit.submissions import SECTION, fill, model_answers, partly_wrong, style, text

STRONG = ("Ada", "Bayo", "Chiara", "Dmitri", "Elif")
WEAK = ("Farid", "Grace", "Hana", "Ivan", "Jomo", "Keiko", "Lucia", "Mateo")
UNLUCKY = {
    "Nadia": "duplicated_answer",
    "Omar": "stripped_metadata",
    "Petra": "split_answer",
    "Quentin": "colab_save",
    "Rosa": "pasted_into_a_fresh_notebook",
    "Samir": "own_cell_kills_the_process",
    "Tariq": "own_cell_never_ends",
    "Uma": "edited_test",
}
LOST = {
    "Viktor": "no_notebook",
    "Wanda": "empty_notebook",
    "Ximena": "without_any_answer",
    "Yusuf": "another_subject",
}
HASTY = "raise RuntimeError('I will finish this on the train')"


def unfinished() -> NotebookNode:
    """Two answers, one that raises, and nothing else."""
    model = model_answers()
    broken = model["m_step"].splitlines()
    head = next(i for i, line in enumerate(broken) if line.startswith("def"))
    m_step = "\n".join([*broken[: head + 1], f"    {HASTY}"])
    return fill({"e_step": model["e_step"], "m_step": m_step})


def make_class(folder: Path) -> int:
    """Write everyone's file; how many there are."""
    work: dict[str, NotebookNode | bytes] = {}
    for number, name in enumerate(STRONG):
        work[name] = fill({**model_answers(), **style(number)})
    for number, name in enumerate(WEAK):
        work[name] = fill(partly_wrong(number))
    for number, (name, accident) in enumerate(UNLUCKY.items()):
        work[name] = HARMLESS[accident](fill({**model_answers(), **style(number)}))
    for name, accident in LOST.items():
        work[name] = UNREADABLE[accident](fill(model_answers()))
    work["Zoe"] = unfinished()
    folder.mkdir(parents=True, exist_ok=True)
    for name, file in work.items():
        data = file if isinstance(file, bytes) else text(file).encode()
        (folder / f"{name.lower()}_{SECTION.name}.ipynb").write_bytes(data)
    return len(work)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    print(f"{make_class(target)} submissions are in {target}")
