"""The cells of one row as the draft of its event."""

from tracker.core.drafts import BotoxDraft, EntryDraft, MaybeWhole, MicrodermabrasionDraft, OtherEventDraft, RatingDraft
from tracker.core.history_file.cells import read_day, read_number, read_time, read_whole
from tracker.core.history_file.row_cells import RowCells
from tracker.core.records import CONCERNS, Kind, Rater, Setting
from tracker.core.scales import HIGHEST, LOWEST, Scale, flipped


def draft_of_row(kind: Kind, cells: RowCells, scale: Scale, *, is_high_wrinkles_worse: bool) -> EntryDraft:
    """Return what ``cells`` say as an entry of ``kind``; ``scale`` is that of its scores."""
    if kind is Kind.MICRODERMABRASION:
        return _session(cells)
    if kind is Kind.BOTOX:
        return _botox(cells)
    if kind is Kind.OTHER_EVENT:
        return _other_event(cells)
    draft = _rating(cells, scale)
    if is_high_wrinkles_worse:
        _turn_wrinkles_round(draft)
    return draft


def _session(cells: RowCells) -> MicrodermabrasionDraft:
    return MicrodermabrasionDraft(
        on=cells.value("date", read_day),
        at=cells.value("time", read_time),
        note=cells.text("note"),
        private_note=cells.text("private_note"),
        provider=cells.text("provider"),
        cost=cells.value("cost", read_number),
        currency=cells.text("currency"),
        setting=cells.word("setting", Setting),
        device=cells.code("device"),
        grit=cells.text("grit"),
        vacuum=cells.value("vacuum", read_number),
        vacuum_unit=cells.code("vacuum_unit"),
        passes=cells.value("passes", read_whole),
        minutes=cells.value("minutes", read_whole),
        areas=tuple(dict.fromkeys(cells.parts("areas"))),
        reaction=cells.value("reaction", read_whole),
    )


def _botox(cells: RowCells) -> BotoxDraft:
    return BotoxDraft(
        on=cells.value("date", read_day),
        at=cells.value("time", read_time),
        note=cells.text("note"),
        private_note=cells.text("private_note"),
        provider=cells.text("provider"),
        cost=cells.value("cost", read_number),
        currency=cells.text("currency"),
        product=cells.code("product"),
        units=cells.value("units", read_number),
        points=cells.points(),
        dilution_ml=cells.value("dilution_ml", read_number),
        lot=cells.text("lot"),
        expires=cells.text("expires"),
        is_touch_up=cells.is_yes("touch_up"),
    )


def _rating(cells: RowCells, scale: Scale) -> RatingDraft:
    scores: dict[str, MaybeWhole] = {}
    for concern in CONCERNS:
        if (score := cells.value(concern, read_whole)) is not None:
            scores[concern] = score
    draft = RatingDraft(
        on=cells.value("date", read_day),
        at=cells.value("time", read_time),
        note=cells.text("note"),
        private_note=cells.text("private_note"),
        rater=cells.word("rater", Rater),
        provider=cells.text("provider"),
        scores=scores,
    )
    draft.use_scale(scale)
    return draft


def _other_event(cells: RowCells) -> OtherEventDraft:
    return OtherEventDraft(
        on=cells.value("date", read_day),
        at=cells.value("time", read_time),
        note=cells.text("note"),
        private_note=cells.text("private_note"),
        event=cells.code("other_event"),
        until=cells.value("until", read_day),
        provider=cells.text("provider"),
    )


def _turn_wrinkles_round(draft: RatingDraft) -> None:
    wrinkles = draft.scores.get("wrinkles")
    if isinstance(wrinkles, int) and LOWEST <= wrinkles <= HIGHEST:
        draft.scores["wrinkles"] = flipped(wrinkles)
        draft.wrinkles_original = wrinkles
