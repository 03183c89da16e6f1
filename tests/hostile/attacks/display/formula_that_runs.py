"""Puts formulas into text and outputs whose links run a script."""
# %% markdown
# $\href{javascript:hostile()}{x}$ and $$\href{javascript:hostile()}{\text{your points}}$$
# %%
from IPython.display import Latex, Math, display

display(Math(r"\href{javascript:hostile()}{x}"), Latex(r"$\href{javascript:hostile()}{x}$"))
