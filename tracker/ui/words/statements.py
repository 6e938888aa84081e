"""What the program is and is not, in plain words: for the first run and for About."""

from PySide6.QtCore import QCoreApplication


def short_statements(*, is_encrypted: bool = False) -> tuple[str, ...]:
    """Return the statements in the fewest words, the ones that the first screen opens with."""
    encrypted = QCoreApplication.translate(
        "Statements", "Everything stays in one encrypted file on this computer. Nothing is sent anywhere."
    )
    plain = QCoreApplication.translate(
        "Statements", "Everything stays in one file on this computer. Nothing is sent anywhere."
    )
    return (
        encrypted if is_encrypted else plain,
        QCoreApplication.translate(
            "Statements", "Skinterval keeps dates and scores. It is neither medical advice nor a medical device."
        ),
    )


def statements() -> tuple[str, ...]:
    """Return every statement, a sentence or two each."""
    return (
        QCoreApplication.translate(
            "Statements", "Skinterval is for keeping records. It is neither medical advice nor a medical device."
        ),
        QCoreApplication.translate(
            "Statements", "The intervals in it are general. Set yours together with your practitioner."
        ),
        QCoreApplication.translate(
            "Statements",
            "Units of different botulinum toxin products are not interchangeable. "
            "They are kept as entered and never converted.",
        ),
        QCoreApplication.translate(
            "Statements",
            "Ratings of your own skin are subjective. A change after a treatment does not prove its cause.",
        ),
        QCoreApplication.translate(
            "Statements", "Do not buy botulinum toxin for yourself and do not inject it yourself."
        ),
        QCoreApplication.translate("Statements", "Not for people under 18."),
    )


def emergency_statement() -> str:
    """Return what to do when something is wrong after a treatment."""
    return QCoreApplication.translate(
        "Statements",
        "Trouble with swallowing, speaking or breathing, general weakness, double or blurred vision, drooping of both "
        "eyelids, hoarseness or loss of bladder control after botulinum toxin, within hours or weeks; or wheezing, "
        "swelling of throat or tongue, hives or fainting soon after a treatment: call emergency services now "
        "(911, 999 or 112). Tell them that you had botulinum toxin, and bring brand and lot.",
    )


def eye_and_infection_statement() -> str:
    """Return what to do about the eyes and the skin after microdermabrasion or injections."""
    return QCoreApplication.translate(
        "Statements",
        "Severe eye pain or loss of vision: urgent eye care. "
        "Spreading redness, pus or fever: medical advice on the same day.",
    )
