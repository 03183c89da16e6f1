"""Every section as a student meets it: JupyterLab in Chromium, run all, move every slider.

The notebooks are the published ones with the model answers in them, and their kernel has no helpers
installed: the setup cell must find the wheel it carries.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request

import nbformat
import pytest
from playwright.sync_api import sync_playwright

from nbjudge.publish.bundle import publish
from tests.kit.course import COURSE, SECTIONS
from tests.kit.submissions import model_answers, write_answers

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
START_SECONDS, RUN_SECONDS = 60, 240
KERNEL = f"""import sys
sys.path.append({sysconfig.get_path("purelib")!r})
from ipykernel.kernelapp import launch_new_instance
launch_new_instance()"""
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
ERRORS = "[data-mime-type='application/vnd.jupyter.error'], "
ERRORS += "[data-mime-type='application/vnd.jupyter.stderr']"
PICTURE = ".jupyter-widgets img"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None, reason="Chromium is not installed: nothing is looked at in a browser"
    ),
]


def solve(folder, section):
    """Write the model answers into a published notebook."""
    path = folder / f"{section.name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    write_answers(notebook, model_answers(section))
    nbformat.write(notebook, path)


def configure(folder):
    """A kernel that does not see these helpers, and a notebook that renders all of its cells."""
    spec = folder / "share" / "kernels" / "python3"
    spec.mkdir(parents=True)
    argv = [sys.executable, "-S", "-c", KERNEL, "-f", "{connection_file}"]
    (spec / "kernel.json").write_text(
        json.dumps({"argv": argv, "display_name": "Python 3", "language": "python"})
    )
    settings = folder / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
    return {
        **os.environ,
        "JUPYTER_PATH": str(folder / "share"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "IPYTHONDIR": str(folder / "ipython"),
    }


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """The address of a JupyterLab that serves the solved notebooks."""
    folder = tmp_path_factory.mktemp("lab")
    publish(folder / "course", COURSE, SECTIONS)
    for section in SECTIONS:
        solve(folder / "course", section)
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "jupyter",
        "lab",
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        f"--port={port}",
        f"--ServerApp.root_dir={folder / 'course'}",
        "--IdentityProvider.token=",
        "--LabApp.expose_app_in_browser=True",
    ]
    server = subprocess.Popen(
        command, env=configure(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/api", timeout=5)
            break
        except OSError:
            time.sleep(0.3)
    yield address
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def browser():
    """Chromium; Playwright's event loop runs for as long, and none beside it in this process."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    yield page
    page.close()


def run_all(page, address, section):
    """Open a notebook, run all its cells, and wait until the last one is done."""
    page.goto(f"{address}/doc/tree/{section.name}.ipynb")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator", timeout=1000 * START_SECONDS)
    page.set_default_timeout(1000 * RUN_SECONDS)
    page.evaluate("""async () => {
        const {shell, commands} = window.jupyterapp;
        await shell.currentWidget.revealed;
        await shell.currentWidget.sessionContext.ready;
        await shell.currentWidget.sessionContext.session.kernel.info;
        await commands.execute('notebook:run-all-cells');
    }""")


def source_of(picture):
    return picture.evaluate("image => image.src")


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.name)
def test_run_all_and_move_every_slider(page, lab, section):
    run_all(page, lab, section)
    assert page.locator(ERRORS).all_inner_texts() == []
    assert "Ready: the course's helpers" in page.locator(".jp-OutputArea-output").first.inner_text()
    boards = page.locator(".jp-OutputArea-output:has(.jupyter-widgets img)")
    assert boards.count() >= 1
    for board in boards.all():
        picture = board.locator("img")
        assert picture.evaluate("image => image.complete && image.naturalWidth > 300")
        handles = board.locator(".noUi-handle")
        assert handles.count() >= 1
        for handle in handles.all():
            before = source_of(picture)
            handle.focus()
            handle.press("ArrowRight")
            handle.press("ArrowRight")
            page.wait_for_function(
                "([image, before]) => image.src !== before", arg=[picture.element_handle(), before]
            )
    assert page.locator(ERRORS).all_inner_texts() == []
