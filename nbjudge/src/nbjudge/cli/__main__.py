"""``python -m nbjudge.cli``: the ``course`` command of this very Python."""

from nbjudge.cli.app import main

if __name__ == "__main__":
    main()
