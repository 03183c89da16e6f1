"""Writes modules into the Python that every process of the course uses."""
# %%
import site
import sys
from pathlib import Path

folders = {*site.getsitepackages(), sys.prefix, sys.base_prefix, Path(sys.executable).parent}
for folder in folders:
    try:
        path = Path(folder, "linger-0.pth")
        path.write_text("")
        print("GOT to write", path)
        path.unlink()
    except OSError as error:
        print(error)
