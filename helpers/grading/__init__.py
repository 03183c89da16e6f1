"""The machinery that turns a pile of submissions into grades worth trusting."""
