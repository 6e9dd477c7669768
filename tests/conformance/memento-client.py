"""Asks for old states as memento_client does, and prints where it arrives, a line of JSON for each pair.

Usage: memento-client.py IRI BASE < pairs.json (pairs of address and date); IRI is served at BASE.
"""

import json
import sys

import requests
from memento_client import MementoClient

iri, base = sys.argv[1:3]


send = requests.adapters.HTTPAdapter.send


def served(self, request, **options):
    """Sends what is meant for the address of the book to the server of the test."""
    request.url = request.url.replace(iri, base)
    response = send(self, request, **options)
    response.url = response.url.replace(base, iri)
    return response


# The client has sessions of its own.
requests.adapters.HTTPAdapter.send = served
# The original resource is its own TimeGate (RFC 7089 section 4.1, pattern 1.1).
client = MementoClient(timegate_uri="", check_native_timegate=False)
for address, date in json.load(sys.stdin):
    info = client.get_memento_info(address, client.convert_to_datetime(date))
    closest = info["mementos"]["closest"]
    print(json.dumps([info["original_uri"], closest["uri"][0], closest["http_status_code"], str(closest["datetime"])]))
