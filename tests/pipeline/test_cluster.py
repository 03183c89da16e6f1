"""A class graded on a real Dask cluster, whose workers have the package and nothing else."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import psutil
import pytest
from distributed import Client, Security

from nbjudge.confine.stage import OURS
from nbjudge.pool import cluster
from tests.kit.classes import GRADE, KEY, done, hand_in, minutes, refused, same
from tests.kit.course import COURSE
from tests.kit.grader import Ending, Grader

pytestmark = pytest.mark.slow

DASK = str(Path(sys.executable).parent / "dask")
STARTING = 120  # seconds that a scheduler or a worker may take, on a machine that is busy


@pytest.fixture(scope="module")
def grader(temporary) -> Iterator[Grader]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "5s")
        started = Grader(temporary)
    yield started
    started.close()


@pytest.fixture(scope="module")
def site(temporary) -> Path:
    """The two packages and nothing else of the course."""
    ignore = shutil.ignore_patterns("__pycache__")
    for package in (OURS, COURSE.layer.folder):
        shutil.copytree(package, temporary / "site" / package.name, ignore=ignore)
    return temporary / "site"


@contextmanager
def started(*words: str, **settings: str) -> Iterator[psutil.Popen]:
    """A process of Dask's, which is ended with all that it started."""
    process = psutil.Popen(
        [DASK, *words],
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        for one in [process, *process.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):  # killed with the one before it
                one.kill()
        process.wait()


@contextmanager
def dask(
    site: Path, temporary: Path, security: Security | None = None, **settings: str
) -> Iterator[str]:
    """Address of a scheduler with two workers of one thread, which find our package at ``site``."""
    place = Path(tempfile.mkdtemp(dir=temporary))
    place.chmod(0o755)
    contact = place / "contact.json"
    there = {"PYTHONPATH": str(site), "TMPDIR": str(place), **settings}
    with started(
        "scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--protocol",
        "tls" if security else "tcp",
        "--scheduler-file",
        str(contact),
        **there,
    ):
        until(lambda: contact.exists() and contact.read_text().endswith("}"))
        address = json.loads(contact.read_text())["address"]
        with started(
            "worker",
            address,
            "--nworkers",
            "2",
            "--nthreads",
            "1",
            "--no-dashboard",
            "--local-directory",
            str(place),
            **there,
        ):
            with Client(address, security=security, set_as_default=False) as client:
                client.wait_for_workers(2, timeout=STARTING)
            yield address


def until(happens: Callable[[], object]) -> None:
    """Wait for it, for as long as something may take to start."""
    deadline = monotonic() + STARTING
    while not happens():
        assert monotonic() < deadline
        sleep(0.05)


@pytest.fixture(scope="module")
def address(site, temporary) -> Iterator[str]:
    with dask(site, temporary) as address:
        yield address


@contextmanager
def meanwhile(happens: Callable[[Client, Event], None], address: str) -> Iterator[None]:
    """Have something happen to a cluster, which must have happened in the end."""
    over, errors = Event(), []

    def run() -> None:
        try:
            with Client(address, set_as_default=False) as client:
                happens(client, over)
        except Exception as error:
            errors.append(error)

    thread = Thread(target=run)
    thread.start()
    yield
    over.set()
    thread.join(STARTING)
    assert errors == []


def signalled(number: int, times: int) -> Callable[[Client, Event], None]:
    """Sends a signal to as many workers as take up the submission that is seen first."""

    def happens(client: Client, over: Event) -> None:
        content, left, pids, struck = None, times, {}, set()
        while left:
            assert not over.is_set()
            new = [worker for worker in client.processing() if worker not in pids]
            pids |= client.run(os.getpid, workers=new) if new else {}
            for worker, keys in client.processing().items():
                tasks = [key.rpartition("-")[2] for key in keys]
                if tasks and worker in pids and worker not in struck and content in (None, *tasks):
                    content = content or tasks[0]
                    os.kill(pids[worker], number)  # at once: it has it for a moment
                    struck.add(worker)
                    left -= 1
                    break
            sleep(0.05)

    return happens


def on(grader: Grader, folder: Path, address: str) -> Ending:
    return grader.run(*GRADE, folder, "--scheduler", address)


def with_feedback(grader: Grader, folder: Path) -> Path:
    done(grader.run("feedback", "02", "-C", folder))
    return folder


@pytest.fixture(scope="module")
def here(grader, tmp_path_factory) -> Path:
    """The class as this machine grades it."""
    folder = hand_in(tmp_path_factory.mktemp("here"), key=KEY)
    done(grader.run(*GRADE, folder, "--jobs", "2"))
    return with_feedback(grader, folder)


def test_a_cluster_grades_as_this_machine_does(grader, address, here, tmp_path):
    folder = hand_in(tmp_path / "class", key=KEY)
    done(on(grader, folder, address))
    assert same(with_feedback(grader, folder), here)


@minutes
def test_a_killed_worker_changes_nothing(grader, address, here, tmp_path):
    folder = hand_in(tmp_path / "class", key=KEY)
    with meanwhile(signalled(signal.SIGKILL, 1), address):
        done(on(grader, folder, address))
    assert same(with_feedback(grader, folder), here)


@minutes
def test_what_two_workers_are_lost_with_is_set_aside_and_the_class_goes_on(
    grader, address, here, tmp_path
):
    folder = hand_in(tmp_path / "class", key=KEY)
    with meanwhile(signalled(signal.SIGKILL, cluster.TRIES), address):
        ending = on(grader, folder, address)
    aside = set(
        re.findall(
            r"^  (.*): This submission .* 2 workers of the cluster were lost",
            ending.out,
            re.MULTILINE,
        )
    )
    alike = {"bob", "same as bob"}
    assert aside == alike or (len(aside) == 1 and not aside & alike)
    assert ending.code == 1
    assert f"{len(aside)} could not be graded" in ending.err
    assert len(list(folder.glob(".course/receipts/*/*.json"))) == 5
    done(on(grader, folder, address))
    assert same(with_feedback(grader, folder), here)


@minutes
def test_a_worker_that_hangs_changes_nothing(grader, site, temporary, here, tmp_path):
    folder = hand_in(tmp_path / "class", key=KEY)
    with (
        dask(site, temporary, DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL="20s") as address,
        meanwhile(signalled(signal.SIGSTOP, 1), address),
    ):
        done(on(grader, folder, address))
    assert same(with_feedback(grader, folder), here)


@minutes
def test_a_lost_scheduler_is_said_and_what_is_done_is_kept(grader, site, temporary, here, tmp_path):
    folder = hand_in(tmp_path / "class", key=KEY)

    def happens(client: Client, over: Event) -> None:
        pid = client.run_on_scheduler(os.getpid)
        until(lambda: any(folder.glob(".course/results/*.json")))
        os.kill(pid, signal.SIGKILL)

    with dask(site, temporary) as address, meanwhile(happens, address):
        refused(on(grader, folder, address), f"The scheduler at {address} was lost", "run the same")
    done(grader.run(*GRADE, folder, "--jobs", "2"))
    assert same(with_feedback(grader, folder), here)


@minutes
def test_connections_can_be_secured(grader, site, temporary, here, tmp_path):
    """One certificate, for itself and for all; who has none is turned away."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "1",
            "-subj",
            "/CN=course",
            "-keyout",
            key,
            "-out",
            certificate,
        ],
        check=True,
        capture_output=True,
    )
    tls = "DASK_DISTRIBUTED__COMM__TLS__"
    files = {"CERT": str(certificate), "KEY": str(key)}
    settings = {
        f"{tls}{role}__{part}": path
        for role in ("SCHEDULER", "WORKER", "CLIENT")
        for part, path in files.items()
    }
    settings |= {
        f"{tls}CA_FILE": str(certificate),
        "DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION": "true",
    }
    security = Security(
        tls_ca_file=str(certificate),
        tls_client_cert=str(certificate),
        tls_client_key=str(key),
        require_encryption=True,
    )
    folder = hand_in(tmp_path / "class", key=KEY)
    with dask(site, temporary, security, **settings) as address:
        refused(on(grader, folder, address), f"no Dask scheduler to be reached at {address}")
        with pytest.MonkeyPatch.context() as patch:
            for name, value in settings.items():
                patch.setenv(name, value)
            member = Grader(temporary)
        done(on(member, folder, address))
        member.close()
    assert same(with_feedback(grader, folder), here)


@minutes
def test_workers_of_another_version_are_refused(grader, site, temporary, tmp_path):
    other = Path(shutil.copytree(site, tmp_path / "other"))
    with (other / "nbjudge" / "judge" / "run.py").open("a") as file:
        file.write("# changed\n")
    folder = hand_in(tmp_path / "class", key=KEY)
    with dask(other, temporary) as address:
        refused(on(grader, folder, address), "has other versions than this machine: tests ")


@minutes
def test_workers_without_the_package_are_refused(grader, temporary, tmp_path):
    (tmp_path / "empty" / "nbjudge").mkdir(parents=True)
    (tmp_path / "empty" / "nbjudge" / "__init__.py").touch()
    folder = hand_in(tmp_path / "class", key=KEY)
    with dask(tmp_path / "empty", temporary) as address:
        refused(on(grader, folder, address), "cannot load this package", "Install the version")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://here", "tls://127.0.0.1:9"])
def test_a_scheduler_out_of_reach_is_said(address, grader, tmp_path):
    folder = hand_in(tmp_path / "class", key=KEY)
    refused(on(grader, folder, address), f"no Dask scheduler to be reached at {address}")


def test_without_dask_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(cluster.ClusterError, match=r"nbjudge\[cluster\]"),
        cluster.connected("tcp://127.0.0.1:9"),
    ):
        raise AssertionError
