"""What a person should know of a PDF: why it cannot be read, what is doubtful, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clauseway.model import Place
from clauseway.problems import Problem, Severity
from clauseway.sources.findings import COMMENT, FORM_FIELD, HIDDEN, MACRO, NOTE_MARK, PICTURE, Findings
from clauseway.sources.pdf import engine
from clauseway.sources.pdf.parts import Sheet
from clauseway.sources.pdf.sheets import covered
from clauseway.sources.refusals import refuse

_MOST_UNREADABLE = 0.3  # share of letters nobody can tell, from which a document is refused
_SOME_UNREADABLE = 0.02
_FEW = 8  # letters nobody can tell that are worth no word
_MOST_COUNTED = 1_000  # attachments or programs; a damaged file may state any number
_XFA = (2, 3)


def check_text(sheets: Sequence[Sheet], file: str) -> None:
    """Refuse a document whose text cannot be had: a scan, shapes for letters, letters without a meaning, nothing."""
    letters = sum(sheet.letters for sheet in sheets)
    unreadable = sum(sheet.unreadable for sheet in sheets)
    word = "Save it as PDF again from the program it was written in, or use its Word file."
    if letters and unreadable > _MOST_UNREADABLE * letters:
        message = "Its letters cannot be read out: the file shows them, but does not say which letters they are."
        raise refuse("pdf-no-text", file, message, word)
    if any(sheet.words for sheet in sheets):
        return
    pages = "one page" if len(sheets) == 1 else f"{len(sheets)} pages"
    if any(sheet.pictures for sheet in sheets):
        message = f"It is a scan: {pages}, and only pictures of text on them."
        advice = "Run text recognition (OCR) on it and check the result, or use the Word file it was printed from."
        raise refuse("pdf-scan", file, message, advice)
    if any(sheet.drawn for sheet in sheets):
        raise refuse("pdf-no-text", file, f"It has {pages}, with drawn shapes and no text.", word)
    raise refuse(
        "source-empty", file, f"It has {pages}, and no word stands on them.", "Check that it is the right file."
    )


def find_problems(sheets: Sequence[Sheet], form_type: int, bare: Sequence[int], file: str) -> Iterator[Problem]:
    """What is doubtful about a document that can be read; `bare` are the pages without words of their own."""
    scanned = [sheet.number for sheet in sheets if covered(sheet) and sheet.number in bare]
    if scanned:
        yield Problem(
            code="pdf-pages-scanned",
            severity=Severity.WARNING,
            message=f"{_pages(scanned)} only pictures, and nothing of what they show is in the text.",
            file=file,
            page=scanned[0],
            advice="If there is text in the pictures, run text recognition (OCR) on the file, or use its Word file.",
        )
    recognised = [sheet.number for sheet in sheets if sheet.recognised]
    if recognised:
        yield Problem(
            code="ocr-text",
            severity=Severity.INFO,
            message=f"{_pages(recognised)} text that a machine recognised from a scan.",
            file=file,
            page=recognised[0],
            advice="Check names, numbers and small words against the original.",
        )
    doubtful = [sheet for sheet in sheets if sheet.unreadable > max(_FEW, _SOME_UNREADABLE * sheet.letters)]
    if doubtful:
        yield Problem(
            code="pdf-letters-unreadable",
            severity=Severity.WARNING,
            message=f"{_pages([sheet.number for sheet in doubtful])} letters that the file does not identify.",
            file=file,
            page=doubtful[0].number,
            advice="Compare the text with the original, or use the Word file it was printed from.",
        )
    yield from _form_problems(sheets, form_type, file)


def _form_problems(sheets: Sequence[Sheet], form_type: int, file: str) -> Iterator[Problem]:
    if form_type in _XFA:
        yield Problem(
            code="pdf-xfa",
            severity=Severity.WARNING,
            message="It is a form of a kind (XFA) that only Adobe's programs show in full.",
            file=file,
            advice="Open it in Acrobat and print it to a new PDF.",
        )
    filled = next((sheet for sheet in sheets if any(sheet.fields)), None)
    if filled is not None:
        yield Problem(
            code="pdf-form-values",
            severity=Severity.WARNING,
            message="Words are filled into its form fields, and they are not in the text.",
            file=file,
            page=filled.number,
            advice="If they belong to the policy (a date, who approved it), print the file to a new PDF.",
        )


def _pages(numbers: Sequence[int]) -> str:
    """The beginning of a sentence about pages: `Page 3 has`, `Pages 3, 4 and 7 have`."""
    if len(numbers) == 1:
        return f"Page {numbers[0]} has"
    shown = [str(number) for number in numbers[:12]]
    more = len(numbers) - len(shown)
    last = f"{more} more" if more else shown.pop()
    return f"Pages {', '.join(shown)} and {last} have"


def count_left_out(sheets: Sequence[Sheet], document: engine.Handle) -> Findings:
    """Count what is in the file and not in the text; words of a page that nobody sees are one passage."""
    findings = Findings()
    tally = findings.left_out
    for sheet in sheets:
        place = Place(page=sheet.number)
        unseen = [hidden.text for hidden in sheet.hidden if hidden.why == HIDDEN]
        if unseen:
            tally.note(HIDDEN, " ".join(unseen), place)
        for what, texts in (
            (NOTE_MARK, [hidden.text for hidden in sheet.hidden if hidden.why == NOTE_MARK]),
            (COMMENT, sheet.comments),
            (FORM_FIELD, sheet.fields),
            (PICTURE, [""] * len(sheet.pictures) if not sheet.recognised else []),
        ):
            for text in texts:
                tally.note(what, text, place)
    for what, count in (("attachment", engine.attachment_count(document)), (MACRO, engine.script_count(document))):
        for _ in range(min(count, _MOST_COUNTED)):
            tally.note(what)
    return findings
