"""Looks for secrets in the environment that it was given."""
# ruff: noqa: SIM115
# %%
import os

kept = dict(os.environ)
kept |= dict(enumerate(open("/proc/self/environ").read().split("\0")))
for name, value in kept.items():
    if "SECRET" in f"{name}{value}" or "TOKEN" in f"{name}{value}":
        print("GOT", name, value)
