"""Puts links into text and outputs that run a script when they are followed."""
# %% markdown
# [a](javascript:hostile()) [b](JaVaScRiPt:hostile())
# [c](data:text/html,<script>hostile()</script>)
#
# <a href="javascript:hostile()">d</a> <a href="java&#10;script:hostile()">e</a>
# <javascript:hostile()>
#
# [f]: javascript:hostile()
# [f]
# %%
from IPython.display import HTML, Markdown, display

for link in ("javascript:hostile()", "JAVASCRIPT:hostile()", "vbscript:hostile()",
             "data:text/html,<script>hostile()</script>", "&#106;avascript:hostile()"):  # fmt: skip
    display(HTML(f"<a href='{link}'>x</a>"), Markdown(f"[x]({link})"))
