"""What the search for cycles is spared."""

from __future__ import annotations

import gc

import pytest

from clauseway.memory import no_cycles, set_aside


def test_what_is_there_is_set_aside_until_the_end() -> None:
    with set_aside():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0
    with pytest.raises(KeyError), set_aside():
        raise KeyError
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("was_on", [True, False])
def test_the_search_goes_on_as_before(was_on: bool) -> None:
    try:
        if not was_on:
            gc.disable()
        with no_cycles():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
