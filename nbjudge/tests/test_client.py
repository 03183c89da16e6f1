"""What is kept of a cell's output does not depend on the pieces in which it was sent."""

import nbformat.v4 as nbf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbjudge.judge.client import MANY, OUTPUT_LIMIT, CappedClient, join_streams

PRINTED = st.tuples(st.sampled_from(["stdout", "stderr"]), st.text("ab\n", min_size=1, max_size=9))
SHOWN = st.just(("", "a picture"))


def sent(pieces):
    """What a client keeps of these messages: text to a stream, or something shown."""
    client, outs = CappedClient(nbf.new_notebook()), []
    client.clear_before_next_output = False  # as at the beginning of every cell
    for name, text in pieces:
        content = {"name": name, "text": text} if name else {"data": {"text/plain": text}}
        kind = "stream" if name else "display_data"
        msg = {
            "msg_type": kind,
            "header": {"msg_type": kind},
            "parent_header": {"msg_id": "1"},
            "metadata": {},
            "content": content if name else {**content, "metadata": {}},
        }
        client.output(outs, msg, None, 0)
    join_streams(outs)
    return outs


@given(st.lists(PRINTED | SHOWN, max_size=30))
def test_pieces_make_no_difference(pieces):
    single = [(name, part) for name, text in pieces for part in (list(text) if name else [text])]
    assert sent(single) == sent(pieces)


@given(st.lists(PRINTED, max_size=8), st.lists(PRINTED, max_size=8))
def test_nor_does_which_stream_comes_first(before, after):
    ordered = sorted(before, key=lambda piece: piece[0]), sorted(after, key=lambda piece: piece[0])
    show = [("", "a picture")]
    assert sent([*before, *show, *after]) == sent([*ordered[0], *show, *ordered[1]])


@pytest.mark.parametrize("size", [1000, 999, 7 * MANY])
def test_a_flood_is_cut_at_the_same_character(size):
    (out,) = sent([("stdout", "x" * size)] * (OUTPUT_LIMIT // size + 10))
    assert len(out.text) == OUTPUT_LIMIT
