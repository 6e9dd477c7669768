"""What an editor does to a Word document of `octavo export`, through python-docx: a word less in an answer, and an entry more."""

import sys

from docx import Document

source, target = sys.argv[1:]
document = Document(source)
for paragraph in document.paragraphs:
    for run in paragraph.runs:
        # A run that is written loses its picture or note.
        if " a present from somebody." in run.text:
            run.text = run.text.replace(" a present from somebody.", " a present.")
chapters = [one for one in document.paragraphs if one.style.name == "Heading 1"]
chapters[2].insert_paragraph_before("May I fry in butter?", style="Heading 2")
chapters[2].insert_paragraph_before("Yes, gently.")
document.core_properties.last_modified_by = "An editor"
document.save(target)
print(len(document.tables), len([one for one in document.paragraphs if one.style.name == "Heading 2"]))
