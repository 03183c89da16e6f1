"""Displays one letter, and then replaces it by twenty million."""
# %%
from IPython.display import display, update_display

display("a", display_id="grows")
for _ in range(2):
    update_display("a" * 20_000_000, display_id="grows")
