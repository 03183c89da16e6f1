"""Prints codes that move the cursor, rename the window, and fill the clipboard of a terminal."""
# %%
import sys

CODES = "\x1b[2J\x1b[H\x1b]0;hostile\x07\x1b]52;c;aG9zdGlsZQ==\x07\x1b[8mhidden\x9b31m\x07\x08"
print(CODES)
print(CODES, file=sys.stderr)
# %% in place of gaussian_mle
raise ValueError("\x1b[2J\x1b]0;hostile\x07 all points \x9b31m")
# %% in place of bernoulli_mle
def bernoulli_mle(data):
    raise type("\x1b[2J\x1b]0;hostile\x07", (ValueError,), {})("\x1b[2J\x1b]0;hostile\x07\x9b31m")
