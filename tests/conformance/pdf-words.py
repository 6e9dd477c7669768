"""Prints, as JSON, the text of a PDF as each of the readers named gives it."""

import json
import sys

import pymupdf
import pypdf

READERS = {
    "pypdf": lambda path: "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages),
    "MuPDF": lambda path: "\n".join(page.get_text() for page in pymupdf.open(path)),
}

print(json.dumps({name: read(sys.argv[1]) for name, read in READERS.items()}))
