"""Leaves an ordinary child behind."""
# %%
import subprocess

subprocess.Popen(["sh", "-c", "sleep 300; : linger-0"])
