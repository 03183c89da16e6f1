"""Single steps on a student's objects, for plain asserts in a test cell."""


def call(item, args, kwargs):
    return item(*args, **kwargs)


def get(item, name):
    return getattr(item, name)


def put(item, name, value):
    setattr(item, name, value)


def look(item):
    return item
