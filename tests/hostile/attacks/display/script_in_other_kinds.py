"""Publishes scripts as pictures, formulas, programs and widgets."""
# %%
from IPython.display import display

SCRIPT = "<script>hostile()</script>"
BROKEN_OUT = f'x">{SCRIPT}<img src="'
for kind in ("image/svg+xml", "application/javascript", "text/latex", "text/markdown",
             "application/vnd.jupyter.widget-view+json", "application/json", "application/pdf",
             "application/vnd.mermaid", "text/vnd.mermaid"):  # fmt: skip
    display({kind: SCRIPT, "text/plain": SCRIPT}, raw=True)
for kind in ("image/png", "image/jpeg"):
    display({kind: BROKEN_OUT}, raw=True)
display({"application/vnd.jupyter.widget-view+json": {"model_id": f"</script>{SCRIPT}"}}, raw=True)
