"""The machinery that turns a pile of submissions into grades worth trusting."""

import os
import sys

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
for _name in THREADS:
    os.environ[_name] = "1"  # before numpy is imported: verdicts and timings need one thread
# jsonschema would make a grammar of web addresses, for a second in every process; none are checked
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
