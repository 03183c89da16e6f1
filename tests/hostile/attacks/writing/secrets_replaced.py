"""Empties, renames, deletes and links files of the instructor's."""
# %%
import os

for path in ("/srv/course/secret.txt", "/srv/home/secret.txt", "/srv/tmp/secret.txt"):
    for attempt in (
        lambda: os.truncate(path, 0),  # noqa: B023
        lambda: os.rename(path, path + "2"),  # noqa: B023
        lambda: os.remove(path),  # noqa: B023
        lambda: os.symlink("/etc/passwd", path + "3"),  # noqa: B023
        lambda: os.mkfifo(path + "4"),  # noqa: B023
    ):
        try:
            attempt()
            print("changed:", path)
        except OSError as error:
            print(error)
