"""What a student process can reach, tried from inside; what cannot be tried here is skipped."""

import ctypes
import os
import platform
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from nbjudge.confine import bubblewrap, levels, sandbox
from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.sandbox import Sandbox
from nbjudge.guest import boot, landlock, limits, seccomp
from nbjudge.judge.kernel import Outcome, StudentProcess
from tests.kit.authoring import REPOSITORY
from tests.kit.optics import COURSE

pytestmark = pytest.mark.slow


def possible(level):
    """The level, if it works on this machine: else what needs it is skipped."""
    if levels.obstacle(level):
        pytest.skip(f"{level}: {levels.obstacle(level)}")
    return level


@pytest.fixture(autouse=True)
def at_a_level_that_works(request):
    """Found out when a test is run, since it takes a sandbox to find out."""
    chosen = getattr(request.node, "callspec", None)
    if chosen and "level" in chosen.params:
        possible(chosen.params["level"])


def said(outcome: Outcome) -> str:
    """What a cell printed; it must have come to its end."""
    assert outcome.status == "ok", outcome
    return "".join(output.text for output in outcome.outputs)


@pytest.fixture(scope="module", params=levels.LEVELS)
def process(request, servers):
    with StudentProcess(servers, possible(request.param)) as process:
        yield process


@pytest.fixture(scope="module")
def confined(servers):
    with StudentProcess(servers, possible("confined")) as process:
        yield process


def test_the_environment_is_ours_alone(process, servers, tmp_path):
    cell = "import os; print(sorted(os.environ))"
    own = sorted(
        {*Sandbox(process.level, tmp_path, servers.stage).environment()} - {"COURSE_ISOLATION"}
    )
    names = eval(said(process.execute(cell, 20)))
    # what bubblewrap, the kernel, torch and matplotlib add says nothing of the instructor
    added = {
        "PWD",
        "JPY_PARENT_PID",
        "MPLBACKEND",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "FORCE_COLOR",
        "GIT_PAGER",
        "PAGER",
        "TERM",
        "PYDEVD_USE_FRAME_EVAL",
        "LC_CTYPE",
        "KMP_DUPLICATE_LIB_OK",
        "KMP_INIT_AT_FORK",
    }
    assert set(own) <= set(names)
    assert set(names) - set(own) <= added


def test_it_works_in_a_folder_of_its_own(process):
    cell = "open('notes.txt', 'w').write('mine'); print(open('notes.txt').read())"
    assert said(process.execute(cell, 20)) == "mine\n"


def test_neither_reference_nor_judge_can_be_imported(process):
    names = (
        *("optics.reference", "optics.exercises", "nbjudge.judge", "nbjudge.exercise"),
        *("nbjudge.course", "nbjudge.errors", "nbjudge.grading"),
    )
    cell = f"""
        import importlib.util as u
        print([name for name in {names} if u.find_spec(name) is not None], end="")
        import optics.checks, nbjudge.guest.blame
    """
    assert said(process.execute(textwrap.dedent(cell), 20)) == "[]"


def test_it_is_interrupted_and_goes_on(process):
    assert process.execute("while True: pass", 1).status == "timeout"
    assert process.responds()
    assert said(process.execute("print(1)", 20)) == "1\n"


@pytest.mark.parametrize("level", levels.LEVELS[:2])
def test_files_of_the_machine_are_out_of_reach(level, tmp_path, servers):
    (tmp_path / "secret.txt").write_text("a secret")
    places = [
        tmp_path / "secret.txt",
        REPOSITORY / "README.md",
        REPOSITORY / "source",
        COURSE.root / "course.toml",
        COURSE.source,
        "/etc/shadow",
        Path.home() / ".bashrc",
        f"/proc/{os.getpid()}/environ",
    ]
    cell = f"""
        import os
        for place in {[str(place) for place in places]}:
            try:
                print(os.listdir(place) if os.path.isdir(place) else open(place).read())
            except OSError:
                pass
        try:
            open({str(tmp_path / "new.txt")!r}, "w")
        except OSError:
            pass
    """
    with StudentProcess(servers, level) as process:
        assert said(process.execute(textwrap.dedent(cell), 20)) == ""
    assert [path.name for path in tmp_path.iterdir()] == ["secret.txt"]


def test_there_is_nobody_else(confined):
    cell = f"""
        import os
        print(sum(":" in line for line in open("/proc/self/net/dev")), os.getuid())
        try: os.kill({os.getpid()}, 0)
        except OSError as error: print(type(error).__name__)
    """
    user = sandbox.USER if bubblewrap.is_root() else os.getuid()
    said_lines = said(confined.execute(textwrap.dedent(cell), 20)).splitlines()
    assert said_lines == [f"1 {user}", "ProcessLookupError"]  # one interface, the loop


@pytest.mark.parametrize("place", ["/tmp", "/dev/shm"])
def test_its_room_is_bounded(confined, place):
    cell = f"""
        import os
        written = 0
        try:
            for number in range(1000):
                with open(f"{place}/{{number}}", "wb") as file:
                    written += file.write(bytes(2**24))
        except OSError as error:
            print(error.errno, written)
        for number in range(1000):
            if os.path.exists(f"{place}/{{number}}"): os.remove(f"{place}/{{number}}")
    """
    number, written = map(int, said(confined.execute(textwrap.dedent(cell), 30)).split())
    assert number == 28  # no space left on device
    assert written <= limits.SPACE


def test_its_processes_are_bounded_before_anyone_looks(monkeypatch, servers):
    monkeypatch.setattr("nbjudge.confine.watch.PROCESSES", 10**6)
    cell = """
        import os, signal
        children = []
        try:
            while True:
                child = os.fork()
                if child == 0:
                    signal.pause()
                children.append(child)
        except OSError as error:
            print(error.errno, len(children))
        for child in children:
            os.kill(child, 9)
            os.waitpid(child, 0)
    """
    with StudentProcess(servers, possible("confined")) as process:
        number, count = map(int, said(process.execute(textwrap.dedent(cell), 30)).split())
    assert number == 11  # try again
    assert count <= 4 * limits.PROCESSES


@pytest.mark.parametrize("level", levels.LEVELS[:2])
def test_too_many_processes_for_long_end_it(level, servers):
    cell = "import os, time\nfor _ in range(80):\n    os.fork() or time.sleep(60)\ntime.sleep(60)"
    with StudentProcess(servers, level) as process:
        outcome = process.execute(cell, 20)
        assert outcome.status == "crashed"
        assert "processes" in outcome.reason


@pytest.mark.parametrize("level", levels.LEVELS[:2])
def test_memory_is_bounded_for_all_of_its_processes_together(level, monkeypatch, servers):
    monkeypatch.setattr("nbjudge.confine.watch.MEMORY", 2**30)
    cell = """
        import os, time
        for _ in range(4):
            if os.fork() == 0:
                taken = bytearray(os.urandom(1)) * (2**29)
                time.sleep(60)
        time.sleep(60)
    """
    with StudentProcess(servers, level) as process:
        outcome = process.execute(textwrap.dedent(cell), 20)
        assert outcome.status == "crashed"
        assert "memory" in outcome.reason


def test_one_process_gets_a_memory_error_that_it_may_catch(process):
    cell = f"try: taken = bytearray({limits.MEMORY + 2**20})\nexcept MemoryError: print('caught')"
    if process.level == "none":
        pytest.skip("none: memory is not bounded")
    assert said(process.execute(cell, 20)) == "caught\n"


def test_files_in_the_sockets_folder_cannot_be_made(confined):
    cell = """
        try: open("/run/sockets/file", "w")
        except OSError as error: print(type(error).__name__)
    """
    assert said(confined.execute(textwrap.dedent(cell), 20)) == "PermissionError\n"


@pytest.mark.parametrize("level", levels.LEVELS)
def test_what_is_left_behind_ends_with_it(level, servers):
    mark = f"left-by-{os.getpid()}-{level}"
    cell = f"""
        import subprocess, sys
        subprocess.Popen([sys.executable, "-c", "import os, time\\nif os.fork(): os._exit(0)\\n"
                          "os.setsid()\\nif os.fork(): os._exit(0)\\ntime.sleep(100)", {mark!r}])
        import time; time.sleep(0.5)
    """

    def alive() -> list[psutil.Process]:
        return [p for p in psutil.process_iter(["cmdline"]) if mark in (p.info["cmdline"] or [])]

    ctypes.CDLL(None).prctl(36, 1)  # as the judge's process does
    with StudentProcess(servers, level) as process:
        said(process.execute(textwrap.dedent(cell), 20))
        assert alive()
    time.sleep(0.2)
    assert not alive()


@pytest.mark.skipif(platform.machine() not in seccomp.MACHINES, reason="unknown processor")
def test_the_filter_refuses_what_it_lists_and_nothing_that_python_needs():
    program = f"""
        import ctypes, platform, socket, sys, subprocess, threading
        sys.path.insert(0, {str(Path(seccomp.__file__).parent)!r})
        import seccomp
        seccomp.refuse()
        libc = ctypes.CDLL(None, use_errno=True)
        column = seccomp.MACHINES[platform.machine()][0]
        for name, numbers in seccomp.REFUSED.items():
            result = libc.syscall(numbers[column], 0, 0, 0, 0, 0, 0)
            assert (result, ctypes.get_errno()) == (-1, 1), name
        assert libc.syscall(seccomp.X32 + 39) == -1 and ctypes.get_errno() == 1
        for family in (socket.AF_INET, socket.AF_INET6, socket.AF_PACKET, 31, 40):
            try:
                socket.socket(family, socket.SOCK_STREAM)
            except PermissionError:
                continue
            raise AssertionError(family)
        socket.socketpair()
        threading.Thread(target=print).start()
        assert subprocess.run(["echo", "x"], capture_output=True, check=True).stdout == b"x\\n"
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_an_installed_copy_of_the_course_is_not_there(servers):
    installed = Path(psutil.__file__).parent  # a package of this environment, as ours would be
    stage = replace(servers.stage, covered=(*servers.stage.covered, installed))
    cell = f"import os, numpy; print(os.listdir({str(installed)!r}))"
    with ForkServers(stage) as own, StudentProcess(own, possible("confined")) as process:
        assert said(process.execute(cell, 20)) == "[]\n"


def test_without_a_sandbox_all_of_python_is_readable_but_installed_copies(
    servers, monkeypatch, tmp_path
):
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    for name in ("nbjudge/judge", "optics/reference", "numpy"):
        (packages / name).mkdir(parents=True)
    monkeypatch.setattr(boot, "STAGE", servers.stage.folder)
    monkeypatch.setattr(boot.sys, "prefix", str(tmp_path))
    monkeypatch.setattr(boot.sys, "base_prefix", str(tmp_path))
    found = boot.python_without_course.__wrapped__()
    readable = {path for path, access in found if access == landlock.READ}
    assert packages / "numpy" in readable
    for name in ("nbjudge", "optics"):
        assert not any((packages / name).is_relative_to(path) for path in readable)


def test_what_is_missing_is_named_with_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    levels.obstacle.cache_clear()
    try:
        assert levels.obstacle("confined") == "bubblewrap is not installed"
        with pytest.raises(levels.IsolationError) as error:
            levels.require("confined")
    finally:
        levels.obstacle.cache_clear()
    assert "apt install bubblewrap" in str(error.value)
    assert f"--isolation {levels.LEVELS[1]}" in str(error.value) or "none" in str(error.value)


def test_a_level_that_there_is_not_is_refused():
    with pytest.raises(levels.IsolationError, match="no isolation 'total'"):
        levels.require("total")
