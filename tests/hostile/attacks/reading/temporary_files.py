"""Searches the folder for temporary files for other students and other courses."""
# ruff: noqa: SIM115
# %%
import os
from pathlib import Path

for root in {"/tmp", "/srv/tmp", "/var/tmp", "/run", str(Path.home().parent)}:
    try:
        found = {name for name in os.listdir(root) if name.startswith("student-")}
        found -= {Path.home().name}
        print("GOT" if found else "nothing:", root, found)
    except OSError as error:
        print(error)
try:
    print("GOT", open("/srv/tmp/secret.txt").read())
except OSError as error:
    print(error)
