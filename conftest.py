"""For every test: one thread, set before numpy is imported anywhere, as it is in graded kernels,
and no property has to hold within so many milliseconds of a busy machine."""

from hypothesis import settings

from nbjudge.confine.threads import single_threaded

single_threaded()
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
