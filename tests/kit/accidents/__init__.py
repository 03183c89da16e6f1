"""What happens to notebooks on their way from an honest student to the grader.

``ACCIDENTS`` has them by name. Each takes a right submission and returns what is handed in: a
notebook, or the bytes of a file.
"""

from tests.kit.accidents import cells, elsewhere, endings, given, running, saves  # noqa: F401
from tests.kit.accidents.registry import ACCIDENTS, Accident

HARMLESS = {name: accident for name, accident in ACCIDENTS.items() if not accident.status}
UNREADABLE = {
    name: accident
    for name, accident in ACCIDENTS.items()
    if accident.kind == "saves" and accident.status and not accident.first
}  # nothing is left to grade

__all__ = ["ACCIDENTS", "HARMLESS", "UNREADABLE", "Accident"]
