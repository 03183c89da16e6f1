"""What of a page would run, load or send something for somebody hostile."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from nbconvert.exporters import HTMLExporter
from nbgrader.server_extensions.formgrader import handlers

LOADING = ("src", "action", "data", "content", "style")
RUNNING = ("javascript:", "vbscript:", "data:text")
FORMULA = re.compile(r"\\href\s*{\s*\w+script:")


class Live(HTMLParser):
    """Collects live parts in which the word ``hostile`` stands."""

    def __init__(self) -> None:
        super().__init__()
        self.within = ""
        self.code = 0  # how deep in code, in which no formula is set
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag if tag in ("script", "style") else ""
        self.code += tag in ("pre", "code")
        for name, value in attrs:
            link = re.sub(r"[\x00-\x20]", "", value or "").lower()
            runs = name.startswith("on") or name == "srcdoc" or link.startswith(RUNNING)
            loads = name in LOADING or tag in ("base", "link", "meta")
            if ("hostile" in link and runs) or ("hostile.example" in link and loads):
                self.found.append(f"<{tag} {name}={value}>"[:300])

    def handle_endtag(self, tag: str) -> None:
        self.within = ""
        self.code -= tag in ("pre", "code")

    def handle_data(self, data: str) -> None:
        formula = not self.code and FORMULA.search(data)
        if "hostile" in data and (self.within or formula):
            self.found.append(f"{self.within}: {data}"[:300])


def live(page: str) -> list[str]:
    """What is live in a page."""
    parser = Live()
    parser.feed(page)
    parser.close()
    return parser.found


def in_formgrader(notebook: Path) -> str:
    """A notebook as the formgrader shows it to an instructor."""
    exporter = HTMLExporter(
        template_name="formgrade", extra_template_basedirs=[handlers.template_path]
    )
    names = (
        "assignment_id",
        "notebook_id",
        "submission_id",
        "base_url",
        "student",
        "last_name",
        "first_name",
        "notebook_path",
        "filename",
    )
    resources = {**dict.fromkeys(names, ""), "index": 0, "total": 1}
    return exporter.from_filename(str(notebook), resources=resources)[0]
