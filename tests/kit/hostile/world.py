"""What an attack could read, write, signal, talk to or leave behind: made, watched, taken away."""

from __future__ import annotations

import ctypes
import os
import platform
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.kit.hostile.corpus import Places

BYSTANDER = Path(__file__).with_name("bystander.py")
EVERYWHERE = (
    "/tmp",
    "/var/tmp",
    "/dev/shm",
    "/root",
    "/etc",
    "/run",
    "/usr/lib",
    "/opt",
    "/",
    "/mnt",
    "/dev",
    "/proc/self",
    "/sys/fs/cgroup",
)
OURS = ("course-", "student-", "pymp-")  # what the grader makes in the folder for temporary files


@dataclass(frozen=True)
class World:
    """One class's surroundings. ``secret`` stands in many places, and nowhere else."""

    root: Path
    secret: str
    places: Places
    bystander: subprocess.Popen[str]

    @property
    def course(self) -> Path:
        return Path(self.places.course)

    def environment(self) -> dict[str, str]:
        """What the instructor's own processes find around them."""
        return {"HOME": self.places.home, "TMPDIR": self.places.tmp, "COURSE_SECRET": self.secret}

    def state(self) -> dict[str, tuple[int, ...]]:
        """Mode, owner, size and time of everything that no submission has any business with."""
        tmp = Path(self.places.tmp)
        found = [p for p in tmp.iterdir() if not p.name.startswith(OURS)]
        found += [*Path(self.places.home).rglob("*"), *Path(self.places.shm).rglob("*")]
        found += [*(self.course / "source").rglob("*"), *(self.course / "submitted").rglob("*")]
        found += [self.course / "secret.txt", self.course / ".course" / "key"]
        folders = [tmp, Path(self.places.home), self.course]
        return {
            **{str(p): marks(p)[:3] for p in folders},
            **{str(p): marks(p) for p in found},
        }

    def left_behind(self, patience: float = 5.0) -> list[str]:
        """What stays of the attacks: processes, files, memory; what is ending has some seconds."""
        deadline = time.monotonic() + patience
        while (found := self._remains()) and time.monotonic() < deadline:
            time.sleep(0.5)
        return found

    def _marked(self) -> list[Path]:
        """Where attacks leave files that bear their mark."""
        course = self.course / ".course"
        folders = [Path(place) for place in EVERYWHERE] + [self.root, *self.root.iterdir()]
        marked = [folder / self.places.mark for folder in [*folders, Path(self.places.shm)]]
        results = [*course.glob("receipts/*"), course / "results", course / "collected"]
        return marked + [folder / f"{self.places.mark}.json" for folder in results]

    def _remains(self) -> list[str]:
        mark, tmp = self.places.mark, f"{self.places.tmp}/"
        found = [
            f"process {p.info['cmdline']}"
            for p in psutil.process_iter(["cmdline"])
            if (mark in (words := " ".join(p.info["cmdline"] or [])) or tmp in words)
            and p.pid != self.bystander.pid
        ]
        found += [str(path) for path in self._marked() if path.exists()]
        found += [str(path) for path in Path(self.places.tmp).glob("student-*")]
        key = zlib.crc32(mark.encode()) & 0x7FFFFFFF
        segments = Path("/proc/sysvipc/shm")
        lines = segments.read_text().splitlines()[1:] if segments.exists() else []
        found += [f"segment {line}" for line in lines if int(line.split()[0]) == key]
        if note(mark) >= 0:
            found.append(f"key {mark}")
        return found


def marks(path: Path) -> tuple[int, ...]:
    """What tells whether a file was touched; nothing if it is gone."""
    if not path.exists():
        return ()
    found = path.lstat()
    extended = len(os.listxattr(path, follow_symlinks=False)) if hasattr(os, "listxattr") else 0
    return (found.st_mode, found.st_uid, extended, found.st_size, found.st_mtime_ns)


def note(mark: str) -> int:
    """The number of the note that an attack left in the kernel's ring of keys, or -1."""
    number = {"x86_64": 250, "aarch64": 219}.get(platform.machine())
    if number is None or sys.platform != "linux":
        return -1
    call = ctypes.CDLL(None).syscall
    call.restype = ctypes.c_long
    return call(number, 10, -4, b"user", mark.encode(), 0)


@contextmanager
def made(secret: str) -> Iterator[World]:
    """A world with a bystander in it; both end with the context, and what attacks left does too."""
    token = secrets.token_hex(4)
    root = Path(tempfile.mkdtemp(prefix="hc-", dir="/tmp"))  # short: sockets lie below it
    shm = Path("/dev/shm" if Path("/dev/shm").is_dir() else root) / f"canary-{token}"
    folders = {"course": root / "course", "home": root / "home", "tmp": root / "tmp", "shm": shm}
    root.chmod(0o755)
    for folder in folders.values():
        folder.mkdir()
        (folder / "secret.txt").write_text(secret)
    (root / "course" / ".course").mkdir()
    (root / "course" / ".course" / "key").write_text(secret)
    name = f"canary-{token}"
    environment = {"COURSE_SECRET": secret, "PATH": os.defpath}
    command = [sys.executable, str(BYSTANDER), name, str(root / "tmp" / "bystander.sock")]
    bystander = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert bystander.stdout is not None
    places = Places(
        **{key: str(folder) for key, folder in folders.items()},
        socket=name,
        port=bystander.stdout.readline().strip(),
        process=str(bystander.pid),
        mark=f"linger-{token}",
    )
    world = World(root, secret, places, bystander)
    try:
        yield world
    finally:
        bystander.kill()
        bystander.wait()
        clean(world)


def clean(world: World) -> None:
    """End the processes that attacks left, and remove what can be removed of their files."""
    for process in psutil.process_iter(["cmdline"]):
        if world.places.mark in " ".join(process.info["cmdline"] or []):
            process.kill()
    subprocess.run(["chattr", "-R", "-i", str(world.root)], check=False, capture_output=True)
    for path in world._marked():
        path.unlink(missing_ok=True)
    shutil.rmtree(world.places.shm, ignore_errors=True)
    subprocess.run(["rm", "-rf", str(world.root)], check=False)  # deeper than Python can follow
