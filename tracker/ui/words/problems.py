"""Problems of drafts in words, to stand beside the field or in a list."""

from PySide6.QtCore import QCoreApplication

from tracker.core.errors import Problem


def problem(found: Problem) -> str:
    """Return one short sentence that says what is wrong and what is asked for."""
    return said(found.code, found.detail)


def said(code: str, detail: str) -> str:
    """Return the sentence of a problem code; ``detail`` is the offending text or the limits, shown as plain text."""
    lowest, _, highest = detail.partition(" ")
    sentences = {
        "required": QCoreApplication.translate("Problems", "This is needed."),
        "in_future": QCoreApplication.translate("Problems", "This day is in the future."),
        "in_past": QCoreApplication.translate("Problems", "This day is over; a plan needs a day from today on."),
        "before_contact": QCoreApplication.translate("Problems", "This day must come after the contact."),
        "before_1900": QCoreApplication.translate("Problems", "Days start in 1900."),
        "before_treatment": QCoreApplication.translate("Problems", "This day is before the treatment."),
        "after_onset": QCoreApplication.translate("Problems", "What happened afterwards began before this day."),
        "ends_before_onset": QCoreApplication.translate("Problems", "It cannot have ended before it began."),
        "not_a_date": QCoreApplication.translate("Problems", "“{detail}” is no date."),
        "not_a_time": QCoreApplication.translate("Problems", "“{detail}” is no time of day."),
        "not_a_number": QCoreApplication.translate("Problems", "“{detail}” is no number."),
        "not_whole": QCoreApplication.translate("Problems", "“{detail}” is no whole number."),
        "negative": QCoreApplication.translate("Problems", "A number below 0 cannot be recorded here."),
        "out_of_range": QCoreApplication.translate("Problems", "The number must be between {lowest} and {highest}."),
        "unknown_word": QCoreApplication.translate("Problems", "“{detail}” is not one of the words known here."),
        "unknown_site": QCoreApplication.translate("Problems", "“{detail}” is no injection site known here."),
        "site_twice": QCoreApplication.translate("Problems", "“{detail}” stands twice."),
        "finer_than_tenth": QCoreApplication.translate("Problems", "Units are recorded to one decimal."),
        "needs_score": QCoreApplication.translate("Problems", "At least one score is needed."),
        "needs_note": QCoreApplication.translate("Problems", "A note of at least 3 characters is needed."),
        "total_differs": QCoreApplication.translate("Problems", "The units of the points add up to {detail}."),
        "bad_text": QCoreApplication.translate("Problems", "This text holds characters that cannot be stored."),
        "has_blank": QCoreApplication.translate("Problems", "An abbreviation is one word without blanks."),
        "taken": QCoreApplication.translate("Problems", "“{detail}” is there already."),
        "too_long": QCoreApplication.translate("Problems", "This text is longer than {detail} characters."),
    }
    return sentences[code].format(detail=detail, lowest=lowest, highest=highest)
