"""Pictures that a student pasted into a text: who grades a written answer has to see them.

A notebook keeps them beside the text, as attachments. Pixels alone are taken; they go by names of
ours, so that nothing in a name means anything to a page.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

KINDS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}
SIZE_LIMIT = 8 * 2**20  # characters of one picture
COUNT_LIMIT = 20  # pictures of one cell
BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")

Pictures = dict[str, dict[str, str]]


def pasted(item: dict[str, Any], source: str) -> tuple[str, Pictures]:
    """The text of a cell with its pictures called ``picture-1.png`` and so on, and these."""
    attached = item.get("attachments")
    found: Pictures = {}
    for name, forms in attached.items() if isinstance(attached, dict) else ():
        kind = next((kind for kind in KINDS if isinstance(forms, dict) and kind in forms), "")
        pixels = "".join(forms[kind].split()) if kind and isinstance(forms[kind], str) else ""
        if len(pixels) > SIZE_LIMIT or not BASE64.fullmatch(pixels) or len(found) == COUNT_LIMIT:
            continue
        ours = f"picture-{len(found) + 1}.{KINDS[kind]}"
        for theirs in {name, quote(name)}:
            source = source.replace(f"(attachment:{theirs})", f"(attachment:{ours})")
        found[ours] = {kind: pixels}
    return source, found
