"""Judges values by JSON Schemas with jsonschema (draft 2020-12); formats are annotations, as the draft has it.

Standard input is JSON: a list of {"schema": …, "values": […]}. Prints a list of verdicts for each.
"""

import json
import sys

from jsonschema import Draft202012Validator

verdicts = []
for case in json.load(sys.stdin):
    Draft202012Validator.check_schema(case["schema"])
    validator = Draft202012Validator(case["schema"])
    verdicts.append([validator.is_valid(value) for value in case["values"]])
json.dump(verdicts, sys.stdout)
