"""Finds the JSON-LD of HTML pages with extruct. Argument: a folder of pages.

Prints JSON: for each page its FAQPages as [name, text, visible] lists, `visible` telling whether the
text stands in the page word for word, white space aside.
"""
import json
import pathlib
import sys

import extruct
import lxml.html

root = pathlib.Path(sys.argv[1])


def words(text):
    return ' '.join(text.split())


pages = {}
for path in sorted(root.rglob('*.html')):
    html = path.read_text('utf-8')
    blocks = extruct.extract(html, syntaxes=['json-ld'])['json-ld']
    tree = lxml.html.fromstring(html)
    for element in tree.xpath('//script|//style'):
        element.drop_tree()
    visible = words(' '.join(tree.itertext()))
    dense = visible.replace(' ', '')
    pages[path.relative_to(root).as_posix()] = [
        [
            [question['name'], question['acceptedAnswer']['text'], words(question['acceptedAnswer']['text']).replace(' ', '') in dense]
            for question in block['mainEntity']
        ]
        for block in blocks
        if block.get('@type') == 'FAQPage'
    ]
print(json.dumps(pages))
