"""Deletes and overwrites what other students handed in."""
# %%
from pathlib import Path

for path in (Path("/srv/course/submitted/zz_untouched"), Path("/srv/course/submitted/aa_solved")):
    for notebook in (path / "02_maximum_likelihood" / "02_maximum_likelihood.ipynb", path / "x"):
        try:
            notebook.write_text("{}")
            print("written:", notebook)
        except OSError as error:
            print(error)
