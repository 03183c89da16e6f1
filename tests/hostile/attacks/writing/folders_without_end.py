"""Nests folders deeper than whoever cleans up can follow."""
# %%
import os

os.makedirs("deep", exist_ok=True)
os.chdir("deep")
for _ in range(3000):
    os.mkdir("d")
    os.chdir("d")
os.chdir(os.path.expanduser("~"))
