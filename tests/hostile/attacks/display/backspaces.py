"""Prints letters and as many backspaces, which some programs take back one after another."""
# %%
print("a" * 250_000 + "\b" * 250_000)
