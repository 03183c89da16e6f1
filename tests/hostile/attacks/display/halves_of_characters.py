"""Prints, raises and displays halves of characters, which no file can hold."""
# %%
from IPython.display import display

display({"text/plain": "\ud800", "text/html": "\udfff"}, raw=True)
print("\ud800 \udc80 \ufffe \uffff \0")
# %% in place of gaussian_mle
raise ValueError("\ud800")
# %% in place of bernoulli_mle
def bernoulli_mle(data):
    raise ValueError("\ud800 \0")
