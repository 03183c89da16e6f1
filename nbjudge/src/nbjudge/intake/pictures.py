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
NAME_LIMIT = 200  # characters
BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
KEPT = ("", "/", "/()!'*~")  # which a program may leave as they are when it quotes a name

Pictures = dict[str, dict[str, str]]


def pasted(item: dict[str, Any], source: str) -> tuple[str, Pictures]:
    """The text of a cell with its pictures called ``picture-1.png`` and so on, and these."""
    attached = item.get("attachments")
    found: Pictures = {}
    ours: dict[str, str] = {}  # what a picture is called, by how the text may call it
    for name, forms in attached.items() if isinstance(attached, dict) else ():
        kind, pixels = picture(forms)
        if pixels and len(found) < COUNT_LIMIT and len(name) <= NAME_LIMIT:
            new = f"picture-{len(found) + 1}.{KINDS[kind]}"
            found[new] = {kind: pixels}
            ours |= dict.fromkeys([name, *(quote(name, kept) for kept in KEPT)], new)
    return renamed(source, ours), found


def picture(forms: Any) -> tuple[str, str]:
    """The kind and the pixels of an attachment; nothing if it is no picture, or too large."""
    kind = next((kind for kind in KINDS if isinstance(forms, dict) and kind in forms), "")
    pixels = "".join(forms[kind].split()) if kind and isinstance(forms[kind], str) else ""
    fits = len(pixels) <= SIZE_LIMIT and BASE64.fullmatch(pixels)
    return (kind, pixels) if fits else ("", "")


def renamed(source: str, names: dict[str, str]) -> str:
    """A text that calls its attachments by other names, all changed at once."""
    if not names:
        return source
    longest_first = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    call = re.compile(rf"\(attachment:({longest_first})\)")
    return call.sub(lambda found: f"(attachment:{names[found[1]]})", source)
