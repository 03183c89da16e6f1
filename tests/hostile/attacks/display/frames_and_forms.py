"""Puts other pages, forms, styles and redirections into outputs."""
# %%
from IPython.display import HTML, display

for text in (
    "<iframe src='https://hostile.example'></iframe>",
    "<iframe srcdoc='<script>hostile()</script>'>",
    "<form action='https://hostile.example'><input name=password></form>",
    "<meta http-equiv=refresh content='0;url=https://hostile.example'>",
    "<base href='https://hostile.example/'>", "<object data='https://hostile.example'></object>",
    "<link rel=stylesheet href='https://hostile.example'>", "<embed src='https://hostile.example'>",
    "<style>body { background: url(https://hostile.example) }</style>",
    "<div style='position: fixed; inset: 0; background: url(https://hostile.example)'>hostile</div>",
    "<img src='https://hostile.example/pixel.png'>",
):  # fmt: skip
    display(HTML(text))
