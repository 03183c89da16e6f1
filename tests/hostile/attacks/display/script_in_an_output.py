"""Puts scripts and handlers into outputs."""
# %%
from IPython.display import HTML, display

for text in (
    "<script>hostile()</script>", "<img src=x onerror=hostile()>", "<svg onload=hostile()></svg>",
    "<svg><script>hostile()</script></svg>", "<body onload=hostile()>",
    "<a href='#' onclick=hostile()>x</a>",
    "<details open ontoggle=hostile()>x</details>", "<math><mtext><script>hostile()</script>",
    "<noscript><p title='</noscript><img src=x onerror=hostile()>'>",
):  # fmt: skip
    display(HTML(text))
