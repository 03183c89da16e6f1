"""The machinery that turns a pile of submissions into grades worth trusting."""

import os

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
for _name in THREADS:
    os.environ[_name] = "1"  # before numpy is imported: verdicts and timings need one thread
