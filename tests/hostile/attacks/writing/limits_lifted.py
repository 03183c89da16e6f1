"""Lifts the limits that it was given, as root may."""
# stopped by: confined
# %%
import os
import resource

for name in ("RLIMIT_FSIZE", "RLIMIT_DATA", "RLIMIT_NOFILE", "RLIMIT_NPROC", "RLIMIT_CPU"):
    kind = getattr(resource, name)
    soft, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        try:
            resource.setrlimit(kind, (soft, hard + 1))
            print("GOT more of", name)
        except (OSError, ValueError) as error:
            print(error)
try:
    print("GOT priority", os.nice(-1))
except OSError as error:
    print(error)
