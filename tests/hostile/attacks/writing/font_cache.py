"""Poisons the cache that matplotlib keeps for all students."""
# %%
import os
from pathlib import Path

import matplotlib

for folder in {matplotlib.get_cachedir(), matplotlib.get_configdir(), os.environ["MPLCONFIGDIR"]}:
    for path in [Path(folder, "linger-0"), *Path(folder).glob("fontlist*")]:
        try:
            path.write_text("{}")
            if not path.is_relative_to(Path.home()):
                print("GOT to write", path)
        except OSError as error:
            print(error)
