"""Passphrases and the recovery key as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.passphrase import KEY_BYTES, LONGEST, Passphrase, RecoveryKey, read_recovery_key


def test_composed_and_decomposed_letters_are_one_passphrase() -> None:
    assert Passphrase("Zoe\u0308 1").encoded == Passphrase("Zo\u00eb 1").encoded == "Zoë 1".encode()


@pytest.mark.parametrize("text", ["", "a\nb", "a\x00b", "\t", "x" * (LONGEST + 1), "a\u202eb"])
def test_what_cannot_be_typed_again_is_no_passphrase(text: str) -> None:
    assert not Passphrase(text).is_usable


@pytest.mark.parametrize("text", ["x", " ", "Grüße aus 東京 🙂", 'it\'s "quoted"', "x" * LONGEST])
def test_whatever_can_be_typed_is_a_passphrase(text: str) -> None:
    assert Passphrase(text).is_usable


def test_secrets_do_not_show_in_their_representation() -> None:
    assert "hunter" not in repr(Passphrase("hunter"))
    assert "41414141" not in repr(RecoveryKey(b"A" * KEY_BYTES)) + repr(RecoveryKey(b"A" * KEY_BYTES)).upper()
    assert "AAAA" not in repr(RecoveryKey(b"A" * KEY_BYTES))


@given(st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES))
def test_a_recovery_key_is_read_as_it_was_printed(raw: bytes) -> None:
    key = RecoveryKey(raw)
    assert len(key.text.replace("-", "")) == 52
    assert all(len(group) == 4 for group in key.text.split("-"))
    for written in (key.text, key.text.lower(), key.text.replace("-", " "), f"  {key.text}\n"):
        assert read_recovery_key(written) == key


@pytest.mark.parametrize("text", ["", "ABCD", "no key at all", "1" * 52, "A" * 51, "A" * 56, "Ä" * 52, "A" * 100_000])
def test_other_text_is_no_recovery_key(text: str) -> None:
    assert read_recovery_key(text) is None
