"""Leaves files in /dev/shm for the next student."""
# stopped by: confined
# %%
from pathlib import Path

for folder in ("/dev/shm", "/dev/shm/canary"):
    try:
        Path(folder, "linger-0").write_text("here")
    except OSError as error:
        print(error)
