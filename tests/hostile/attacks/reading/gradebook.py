"""Reads the class's gradebook."""
# ruff: noqa: SIM115
# %%
import sqlite3

try:
    book = sqlite3.connect("file:/srv/course/gradebook.db?mode=ro", uri=True)
    print("GOT", book.execute("select count(*) from student").fetchall())
except sqlite3.Error as error:
    print(error)
try:
    print("GOT", open("/srv/course/gradebook.db", "rb").read(16))
except OSError as error:
    print(error)
