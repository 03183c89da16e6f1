"""Submissions forked from one server have its modules in memory, and nothing else in common."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import nbclient
import nbformat.v4 as nbf
import psutil
import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

from nbjudge.confine import levels
from nbjudge.confine.fork_server import ForkServer, ForkServers
from nbjudge.errors import ServerError
from nbjudge.guest import landlock
from nbjudge.judge.kernel import Outcome, StudentProcess

pytestmark = pytest.mark.slow
ALIVE = """
import os

def exists(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True

own = set(map(int, os.listdir('/proc/self/task')))
alive = [pid for pid in range(1, 2000) if exists(pid) and pid not in own]
"""
STACK = ("matplotlib.pyplot", "numpy", "scipy.stats", "sklearn.cluster", "torch")


@pytest.fixture(scope="module", autouse=True)
def possible(servers: ForkServers) -> None:
    """Skip where there can be no fork server."""
    if levels.obstacle("confined") or not landlock.version() or servers.obstacle([]):
        pytest.skip("this machine has no fork server")


@pytest.fixture(scope="module")
def run(servers: ForkServers) -> Callable[..., list[str]]:
    """Runs cells of one submission; what they print."""

    def run(*sources: str) -> list[str]:
        with StudentProcess(servers, "confined", STACK) as process:
            return [said(process.execute(source, 30)) for source in sources]

    return run


def said(outcome: Outcome) -> str:
    assert outcome.status == "ok", outcome
    return "".join(output.get("text", "") for output in outcome.outputs)


def test_one_server_serves_many(servers):
    pids = set()
    for _ in range(3):
        with StudentProcess(servers, "confined", STACK) as process:
            pids.add(process.pid)
    assert len(pids) == 1
    assert len(servers._idle) == 1


def test_modules_are_there_before_the_first_cell(run):
    (found,) = run(f"import sys; print(set({STACK}) <= set(sys.modules))")
    assert found == "True\n"


def test_a_collection_does_not_go_through_what_the_server_has_in_memory(run):
    """It would copy it all for this one submission, and take a third of a second."""
    (left,) = run("import gc; gc.collect(); print(len(gc.get_objects()) < gc.get_freeze_count())")
    assert left == "True\n"


def test_a_server_has_one_thread(servers):
    """A fork has only the thread that forked: what others had locked stays so for ever."""
    with StudentProcess(servers, "confined", STACK) as process:
        family = psutil.Process(process.pid).children(recursive=True)
        pythons = [p for p in family if p.name().startswith("python")]
        serving = min(pythons, key=lambda p: p.create_time())
        assert len(pythons) == 4  # the server, a supervisor, a first process, a kernel
        assert serving.num_threads() == 1


def test_random_states_and_temporary_names_are_fresh(run):
    draw = """
import random, numpy, tempfile
print(random.random(), numpy.random.random(), tempfile.mktemp())
"""
    first, second = (run(draw)[0].split() for _ in range(2))
    assert all(a != b for a, b in zip(first, second, strict=True))


def test_nothing_is_left_for_the_next(run):
    leave = """
import os, subprocess, threading, time
from multiprocessing import shared_memory
open('/tmp/note', 'w').write('for you'); open('/dev/shm/note', 'w').write('for you')
os.utime('/tmp', (1, 1)); os.chmod('/dev/shm', 0o700)
child = subprocess.Popen(['sleep', '1000'], start_new_session=True)
threading.Thread(target=time.sleep, args=(1000,), daemon=False).start()
"""
    look = (
        ALIVE
        + """
print(sorted(os.listdir('/tmp')), os.listdir('/dev/shm'), oct(os.stat('/dev/shm').st_mode),
      os.stat('/tmp').st_mtime > 1000, alive)
"""
    )
    (before,) = run(look)
    run(leave)
    assert run(look) == [before]


def test_numerics_work_after_a_fork(run):
    outcome = run(
        "import numpy as np, torch\nfrom sklearn.cluster import KMeans\n"
        "X = np.random.default_rng(0).normal(size=(500, 20))\n"
        "print(KMeans(3, n_init=2, random_state=0).fit(X).labels_.shape, (X @ X.T).shape)",
        "A = torch.ones(300, 300, requires_grad=True)\n(A @ A).sum().backward()",
        "print(A.grad[0, 0])",
        "import sys\nprint('torch._dynamo' in sys.modules)  # slow to import, and Adam does",
        "torch.optim.Adam([A]).step()\nprint(A[0, 0].item() < 1)",
    )
    assert outcome == ["(500,) (500, 500)\n", "", "tensor(600.)\n", "True\n", "True\n"]


def test_figures_are_shown_after_a_fork(servers):
    """With words and mathematics in them: fonts that a server had open would be read by all."""
    draw = "import matplotlib.pyplot as plt; plt.loglog([1, 100]); plt.title('One'); plt.show()"
    for _ in range(2):
        with StudentProcess(servers, "confined", STACK) as process:
            outcome = process.execute(draw, 30)
        assert [output.output_type for output in outcome.outputs] == ["display_data"]


@pytest.mark.parametrize(
    "end",
    ["os._exit(3)", "os.kill(os.getpid(), 9)", "os.abort()", "import ctypes; ctypes.string_at(0)"],
)
def test_a_submission_that_ends_leaves_the_server(end, servers):
    with StudentProcess(servers, "confined", STACK) as process:
        serving = process.pid
        assert process.execute(f"import os; {end}", 20).status == "crashed"
    with StudentProcess(servers, "confined", STACK) as process:
        assert process.pid == serving


def test_the_server_is_out_of_reach(servers):
    attempts = (
        ALIVE
        + """
def tried(attempt):
    try:
        return attempt()
    except OSError as error:
        return type(error).__name__

powers = ('CapPrm', 'CapEff', 'CapBnd', 'CapAmb')
print(alive)
print(os.readlink('/proc/self/fd/0'))
os.write(1, b'{"ended": 1}\\n')
print({line.split()[1] for line in open('/proc/self/status') if line.startswith(powers)})
print(tried(lambda: open('/proc/1/environ').read()), tried(lambda: os.kill(1, 9)))
"""
    )
    with StudentProcess(servers, "confined", STACK) as process:
        lines = said(process.execute(attempts, 20)).splitlines()
        assert process.responds()
    lines = [line for line in lines if "ended" not in line]  # it comes when it comes
    assert lines[:2] == ["[1]", "/dev/null"]
    assert str({"0" * 16}) in lines
    assert lines[-1].startswith("PermissionError")


def test_a_killed_server_is_replaced(servers, run):
    with StudentProcess(servers, "confined", STACK) as process:
        sandbox = psutil.Process(process.pid)
        everyone = sandbox.children(recursive=True)
        sandbox.kill()
        assert not psutil.wait_procs(everyone, timeout=10)[1]
        assert process.execute("1", 20).status == "crashed"
    assert run("print('again')") == ["again\n"]


@pytest.fixture
def kernelspec(tmp_path, monkeypatch) -> str:
    """The name of a kernel that Jupyter finds, as the documentation describes it."""
    spec = {
        "argv": [],
        "language": "python",
        "display_name": "Python, confined",
        "interrupt_mode": "message",
        "metadata": {"kernel_provisioner": {"provisioner_name": "course-forks"}},
    }
    folder = tmp_path / "kernels" / "confined"
    folder.mkdir(parents=True)
    (folder / "kernel.json").write_text(json.dumps(spec))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    return folder.name


def test_jupyter_finds_it_by_its_name(kernelspec):
    cell = nbf.new_code_cell("import os; print(os.listdir('/tmp/work'))")
    notebook = nbf.new_notebook(cells=[cell])
    nbclient.NotebookClient(notebook, kernel_name=kernelspec).execute()
    assert notebook.cells[0].outputs[0].text == "[]\n"


@pytest.fixture
def client(kernelspec) -> Iterator[BlockingKernelClient]:
    """A client of such a kernel, as Jupyter's are."""
    manager, client = start_new_kernel(kernel_name=kernelspec)
    client.manager = manager
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_a_kernel_restarts_where_its_clients_are(client):
    fresh = "assert 'kept' not in dir(); kept = 1"
    assert client.execute_interactive(fresh)["content"]["status"] == "ok"
    client.manager.restart_kernel(now=True)
    client.wait_for_ready(timeout=30)
    assert client.execute_interactive(fresh)["content"]["status"] == "ok"


def test_a_kernel_is_interrupted(client):
    client.execute("print('begun')\nwhile True: pass")
    while client.get_iopub_msg(timeout=20)["msg_type"] != "stream":
        continue
    client.manager.interrupt_kernel()
    assert client.get_shell_msg(timeout=20)["content"]["ename"] == "KeyboardInterrupt"


def test_without_a_server_each_submission_has_a_sandbox_of_its_own(servers, monkeypatch):
    tried = []

    def refused(modules: object) -> ForkServer:
        tried.append(modules)
        raise ServerError("this system lets no fork have namespaces of its own")

    with ForkServers(servers.stage) as none:
        monkeypatch.setattr(none, "borrow", refused)
        for _ in range(2):
            with StudentProcess(none, "confined", STACK) as process:
                alive = said(process.execute(ALIVE + "print(alive, os.getpid())", 30))
            assert alive == "[1] 2\n"
    assert len(tried) == 1
