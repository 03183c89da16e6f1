"""How students' objects are asked, one module a section.

Their source is sent to the student process and runs there, so nothing here knows an answer. Where
a TODO builds on others, those are lent in working order by scikit-learn or numpy, so that one
mistake is paid for once.
"""
