"""A PostgreSQL server of the tests' own, in a temporary folder, with a password and a socket."""

from __future__ import annotations

import glob
import os
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import URL

PLACES = os.pathsep.join([os.environ["PATH"], *sorted(glob.glob("/usr/lib/postgresql/*/bin"))])
PG_CTL = shutil.which("pg_ctl", path=PLACES)
USER = "nobody" if os.geteuid() == 0 else None  # PostgreSQL does not start as root
QUICK = "-c fsync=off -c listen_addresses= -c max_connections=40"


class Server:
    """A running server; everybody needs the password, which has signs that URLs must quote."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
        self.password = f"p@ss:/%{secrets.token_hex(8)}"
        secret = self.folder / "password"
        secret.write_text(self.password)
        if USER:
            for path in (self.folder, secret):
                shutil.chown(path, USER)
        self.control(
            "initdb",
            "-o",
            f"-U course -A scram-sha-256 --pwfile={secret} --no-sync -E UTF8 --locale=C",
        )
        self.start()

    def control(self, *arguments: str) -> None:
        """Run ``pg_ctl`` as somebody who may."""
        command = [str(PG_CTL), "-s", "-D", str(self.folder / "data"), *arguments]
        subprocess.run(
            command,
            user=USER,
            extra_groups=[] if USER else None,
            cwd=self.folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def start(self) -> None:
        self.control(
            "start",
            "-w",
            "-l",
            str(self.folder / "log"),
            "-o",
            f"{QUICK} -c unix_socket_directories={self.folder}",
        )

    def stop(self) -> None:
        """Stop at once, as if it had crashed."""
        self.control("stop", "-m", "immediate")

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def url(self, database: str, **others: str) -> str:
        """The URL of a database, or one that differs from it in these parts."""
        parts = {
            "username": "course",
            "password": self.password,
            "database": database,
            "query": {"host": str(self.folder)},
            **others,
        }
        return URL.create("postgresql+psycopg", **parts).render_as_string(hide_password=False)

    def empty(self) -> str:
        """The URL of a new database with nothing in it."""
        name = f"course-{secrets.token_hex(4)}"
        with psycopg.connect(
            host=str(self.folder),
            user="course",
            password=self.password,
            dbname="postgres",
            autocommit=True,
        ) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.url(name)
