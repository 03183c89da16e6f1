"""Leaves a process behind that fills the folder which is being cleaned up."""
# stopped by: confined
# %%
import os
import subprocess

code = """
for n in $(seq 300); do mkdir -p "$HOME/again"; touch "$HOME/again/$n"; sleep 0.1; done
: linger-0
"""
subprocess.Popen(["sh", "-c", code], start_new_session=True, env=dict(os.environ))
