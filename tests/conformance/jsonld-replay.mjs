// Follows a feed with ldes-client and keeps a copy of the graph. Run from a folder where ldes-client
// is installed, with this file on standard input: the feed's address and the folder of the saved
// state are in FEED and STATE. Prints one line of JSON: the members read and the hash of the copy.
// With FOLLOW it goes on asking, and prints such a line whenever no member has come for a while.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
// biome-ignore lint/correctness/noUndeclaredDependencies: installed in a folder of its own.
import { replicateLDES } from 'ldes-client';

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const VERSION_OF = 'http://purl.org/dc/terms/isVersionOf';
const AS = 'https://www.w3.org/ns/activitystreams#';
const copyFile = `${process.env.STATE}/copy.json`;
const copy = new Map(existsSync(copyFile) ? JSON.parse(readFileSync(copyFile, 'utf8')) : []);

const ESCAPES = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };
function termText(term) {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  const text = term.value.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what N-Quads escapes.
    /[\u0000-\u001f"\\\u007f]/g,
    (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  if (term.language) return `"${text}"@${term.language}`;
  return term.datatype.value.endsWith('#string') ? `"${text}"` : `"${text}"^^<${term.datatype.value}>`;
}

const follow = Boolean(process.env.FOLLOW);
let members = [];
let silence;
const options = {
  url: process.env.FEED,
  polling: follow,
  pollInterval: 200,
  noShape: true,
  statePath: `${process.env.STATE}/client`,
};
for await (const { id, quads } of replicateLDES(options, 'ascending').stream({ materialize: false })) {
  const about = quads.filter(
    ({ subject, graph }) => subject.value === id.value && graph.termType === 'DefaultGraph',
  );
  const objectOf = (predicate) => about.find((quad) => quad.predicate.value === predicate)?.object.value;
  const kind = objectOf(TYPE).slice(AS.length);
  members.push(`${kind} ${id.value}`);
  if (kind === 'Delete') copy.delete(objectOf(VERSION_OF));
  else {
    const payload = quads.filter(({ graph }) => graph.value === id.value);
    const lines = payload.map(
      (quad) => `${termText(quad.subject)} ${termText(quad.predicate)} ${termText(quad.object)} .\n`,
    );
    copy.set(objectOf(VERSION_OF), lines);
  }
  if (follow) {
    clearTimeout(silence);
    silence = setTimeout(() => {
      tell();
      members = [];
    }, 1500);
  }
}
writeFileSync(copyFile, JSON.stringify([...copy]));
tell(() => process.exit(0));

function tell(done) {
  const lines = [...new Set([...copy.values()].flat())].sort((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  const hash = createHash('sha256').update(lines.join('')).digest('hex');
  process.stdout.write(`\nRESULT ${JSON.stringify({ members, hash })}\n`, done);
}
