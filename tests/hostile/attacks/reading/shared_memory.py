"""Reads what others keep in /dev/shm."""
# stopped by: confined
# ruff: noqa: SIM115
# %%
try:
    print("GOT", open("/dev/shm/canary/secret.txt").read())
except OSError as error:
    print(error)
