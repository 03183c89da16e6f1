"""Makes links in its own folder that lead to the instructor's files."""
# %%
import os
from pathlib import Path

for number, aim in enumerate(("/srv/course/secret.txt", "/srv/home/secret.txt", "/etc/shadow")):
    for make in (os.symlink, os.link):
        link = Path.home() / f"{make.__name__}{number}"
        try:
            make(aim, link)
            print("GOT", link.read_text())
        except OSError as error:
            print(error)
        finally:
            link.unlink(missing_ok=True)
