"""Validates N-Quads with SHACL shapes by pySHACL, as jsonld-shacl.mjs does by shacl-engine.

SHAPES (Turtle) and DATA (N-Quads files, parted by the path delimiter) name files. Prints one line of JSON:
for each file its faults.
"""

import json
import os

from pyshacl import validate
from rdflib import Dataset, Graph
from rdflib.namespace import RDF, SH

shapes = Graph().parse(os.environ["SHAPES"], format="turtle")
faults = []
for file in os.environ["DATA"].split(os.pathsep):
    data = Graph()
    for subject, predicate, value, _ in Dataset().parse(file, format="nquads").quads():
        data.add((subject, predicate, value))
    _, report, _ = validate(data, shacl_graph=shapes)
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        # What a fault is made of is told with it.
        if not any(report.subjects(SH.detail, result)):
            focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath, default="")
            found.append(f"{focus} {path}".strip())
    faults.append(sorted(found))
print(f"\nRESULT {json.dumps(faults)}")
