"""Puts scripts and handlers into a cell of text."""
# %% markdown
# <script>hostile()</script> <img src=x onerror=hostile()>
#
# <svg onload=hostile()></svg>
#
# ```html
# </code></pre><script>hostile()</script>
# ```
#
# [link](javascript:hostile()) ![x](x"onerror="hostile())
#
# | a | b |
# |---|---|
# | <img src=x onerror=hostile()> | `<script>hostile()</script>` |
