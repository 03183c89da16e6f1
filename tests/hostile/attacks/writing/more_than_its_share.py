"""Fills the disk with files that are each as large as allowed."""
# stopped by: confined
# %%
import os
from pathlib import Path

folder, written = Path.home() / "share", 0
folder.mkdir(exist_ok=True)
try:
    for number in range(24):
        with (folder / str(number)).open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, 200 * 2**20)
        written += 200
    print("GOT", written, "megabytes")
except OSError as error:
    print(error)
finally:
    for path in folder.iterdir():
        path.unlink()
