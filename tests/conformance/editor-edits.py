"""What an editor does to an exported document, through python-docx or openpyxl: a word less in an answer, and an entry more."""

import sys

source, target = sys.argv[1:]


def in_word():
    from docx import Document

    document = Document(source)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            # A run that is written loses its picture or note.
            if " a present from somebody." in run.text:
                run.text = run.text.replace(" a present from somebody.", " a present.")
    chapters = [one for one in document.paragraphs if one.style.name == "Heading 1"]
    stove = next(at for at, heading in enumerate(chapters) if "stove" in heading.text.lower())
    chapters[stove + 1].insert_paragraph_before("May I fry in butter?", style="Heading 2")
    chapters[stove + 1].insert_paragraph_before("Yes, gently.")
    document.core_properties.last_modified_by = "An editor"
    document.save(target)


def in_excel():
    from openpyxl import load_workbook

    book = load_workbook(source)
    sheet = book.active
    names = [cell.value for cell in sheet[1]]
    answers, chapters = names.index("answer"), names.index("chapter")
    rows = list(sheet.iter_rows(min_row=2))
    for row in rows:
        row[answers].value = row[answers].value.replace("a present from somebody.", "a present.")
    last = max(row[0].row for row in rows if row[chapters].value == "stove")
    sheet.insert_rows(last + 1)
    for name, value in {"chapter": "stove", "question": "May I fry in butter?", "answer": "Yes, gently."}.items():
        sheet.cell(row=last + 1, column=names.index(name) + 1, value=value)
    book.save(target)


in_excel() if source.endswith(".xlsx") else in_word()
