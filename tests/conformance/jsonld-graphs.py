"""Reads a compiled JSON-LD tree with PyLD and rdflib and compares the graphs.

Arguments: the web root, the path of the snapshot without its ending. Prints JSON: how many documents were read, how many
statements the snapshot has, and every difference found.
"""
import json
import pathlib
import sys

import rdflib
from pyld import jsonld

root, snapshot_path = pathlib.Path(sys.argv[1]), sys.argv[2]
context = json.loads((root / 'context/v1.jsonld').read_text('utf-8'))
rdflib.NORMALIZE_LITERALS = False


def load(url, options=None):
    if not url.endswith('/context/v1.jsonld'):
        raise ValueError('fetched ' + url)
    return {'contentType': 'application/ld+json', 'contextUrl': None, 'documentUrl': url, 'document': context}


jsonld.set_document_loader(load)


def with_pyld(document):
    options = {'algorithm': 'URDNA2015', 'format': 'application/n-quads'}
    return set(jsonld.normalize(document, options).split('\n')) - {''}


def statements(dataset):
    return {(s, p, o, getattr(g, 'identifier', g)) for s, p, o, g in dataset.quads()}


def with_rdflib(text, form):
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=form)
    default = {None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID}
    return {(s, p, o, None if g in default else g) for s, p, o, g in statements(dataset)}


snapshot = (root / (snapshot_path + '.nq')).read_text('utf-8')
lines = set(snapshot.split('\n')) - {''}
differences = []
documents = sorted(path for path in root.rglob('*.jsonld') if path.parent.name != 'context')
for path in documents:
    name = path.relative_to(root).as_posix()
    document = json.loads(path.read_text('utf-8'))
    pyld_lines = with_pyld(document)
    # rdflib would fetch the context: it is given in place of its address.
    inlined = json.dumps({**document, '@context': context['@context']})
    if with_rdflib(inlined, 'json-ld') != with_rdflib('\n'.join(pyld_lines) + '\n', 'nquads'):
        differences.append(f'{name}: rdflib and PyLD differ')
    if name == snapshot_path + '.jsonld' and pyld_lines != lines:
        differences.append(f'{name}: PyLD and the N-Quads differ')

print(json.dumps({'documents': len(documents), 'statements': len(lines), 'differences': differences}))
