"""Files that are no policy text: what each kind is called, why it cannot be read, and what to do instead."""

from __future__ import annotations

from types import MappingProxyType

import msgspec

from clauseway.problems import UnreadableSource
from clauseway.sources.refusals import locked, refuse

_IN_WORD = "Open it in Word, choose Save As, Word Document (.docx), and put that here instead."
_AS_DOCX = "Open it in the program it was made with, save it as a Word document (.docx), and put that here instead."
_ORIGINAL = "Ask for the document it was made from (.docx is best), and put that here instead."
_TAKE_OUT = "Take it out of the folder; if there is a policy in it, copy that into a Word document (.docx)."
_UNPACK = "Unpack it and put the documents in it here, each by itself."
_DOWNLOAD = "Open it, download the document itself (in Google Docs: File, Download, Microsoft Word), and put that here."
_KEEP_HERE = "Fetch the document itself (choose “Download now” or “Always keep on this device”), and put that here."


class Foreign(msgspec.Struct, frozen=True):
    """A kind of file that cannot be read as it is."""

    name: str
    """What it is: goes on after "this is "."""
    advice: str
    """What to do, in one sentence."""
    code: str = "source-format"
    """Code of the problem that says so."""


OLD_WORD = Foreign("an old Word file (.doc)", f"{_IN_WORD} With LibreOffice installed, Clauseway reads it as it is.")
RICH_TEXT = Foreign("a Rich Text file (.rtf)", f"{_IN_WORD} With LibreOffice installed, Clauseway reads it as it is.")
OTHER_TEXT = Foreign("a document of another writing program", _AS_DOCX)
PAGES = Foreign("a Pages file", "Open it in Pages, choose File, Export To, Word, and put the .docx file here instead.")
WORD_XML = Foreign("a Word file in a form that is hardly ever used (XML)", _IN_WORD)
SPREADSHEET = Foreign("a spreadsheet", _TAKE_OUT)
SLIDES = Foreign("a set of slides", _TAKE_OUT)
OLD_OFFICE = Foreign("a file of an old Office program", _AS_DOCX)
PICTURE = Foreign("a picture, which holds no text", _ORIGINAL)
DRAWING = Foreign("a drawing", _ORIGINAL)
PRINTED = Foreign("a printed page", "Save it as a PDF, or better ask for the document it was made from (.docx).")
BOOK = Foreign("an electronic book", _ORIGINAL)
SOUND = Foreign("a sound or film", "Take it out of the folder.")
ARCHIVE = Foreign("a packed archive", _UNPACK)
PROGRAM = Foreign("a program", "Take it out of the folder, and do not open it.")
MAIL = Foreign("an e-mail message", "Save the attached document, or copy its text into a Word document (.docx).")
WEB_ARCHIVE = Foreign("a web archive", "Open it in a browser, save it as a web page (HTML only), and put that here.")
DATA = Foreign("a file of data", "Take it out of the folder if it is no policy.")
UNFINISHED = Foreign("a download that was never finished", "Download the document again, and put that here instead.")
BACKUP = Foreign("a safety copy made by an office program", f"Take it out of the folder, or recover it: {_IN_WORD}")
LINK = Foreign("a link to a document, not the document", _DOWNLOAD, "source-link")
PLACEHOLDER = Foreign("a placeholder for a document that is kept elsewhere", _KEEP_HERE, "source-link")
LFS_POINTER = Foreign(
    "a pointer to a document that Git keeps elsewhere (Git LFS)",
    "Run `git lfs pull`, or put the document itself here.",
    "source-link",
)
PASSWORD = Foreign("a document with a password", "", "source-password")

_BY_ENDING: dict[Foreign, str] = {
    PAGES: "pages",
    OTHER_TEXT: "wpd wps wpt wp wp5 wri sxw stw hwp hwpx lwp sdw abw zabw uot cwk tex latex rst adoc org",
    WORD_XML: "xml",
    SPREADSHEET: "xls xlsx xlsm xlsb xlt xltx ods ots csv tsv numbers",
    SLIDES: "ppt pptx pptm pps ppsx pot potx odp otp key",
    OLD_OFFICE: "pub mpp vsd vsdx one mdb accdb",
    PICTURE: "png jpg jpeg jpe jfif gif bmp tif tiff webp heic heif ico psd raw",
    DRAWING: "svg svgz eps ai wmf emf odg drawio",
    PRINTED: "ps xps oxps prn",
    BOOK: "epub mobi azw azw3 djvu",
    SOUND: "mp3 wav ogg oga flac m4a wma aac mp4 m4v mov avi wmv mkv webm mpg mpeg",
    ARCHIVE: "zip 7z rar gz tgz bz2 xz tar zst cab dmg iso",
    PROGRAM: "exe msi bat cmd com scr ps1 vbs js jar app apk sh dll",
    MAIL: "eml msg emlx mbox pst oft",
    WEB_ARCHIVE: "mht mhtml webarchive maff",
    DATA: "json css sqlite db log ini cfg conf plist xsd xsl xslt",
    UNFINISHED: "crdownload part partial download opdownload",
    BACKUP: "wbk asd bak old sav orig",
    LINK: "gdoc gdocx gsheet gslides gform gdraw url webloc lnk desktop website",
    PLACEHOLDER: "icloud",
}
BY_ENDING = MappingProxyType(
    {f".{ending}": foreign for foreign, endings in _BY_ENDING.items() for ending in endings.split()}
)
"""The kind of a file that its ending tells, for endings (in lower case) that are not read."""

OTHERS = "Save it as a Word document (.docx), or take it out of the folder if it is no policy."
"""What to do with a file of a kind that nobody has thought of."""


def refusal(foreign: Foreign, file: str, ending: str = "") -> UnreadableSource:
    """Make the refusal of a file for what its content is; `ending` is named where it says something else."""
    if foreign is PASSWORD:
        return locked(file)
    otherwise = f", whatever its name ends in ({ending})" if ending else ""
    return refuse(foreign.code, file, f"This is {foreign.name}{otherwise}; it cannot be read.", foreign.advice)
