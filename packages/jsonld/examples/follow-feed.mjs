// Keeps a copy of a handbook in step with its feed: plain JSON, no RDF, nothing to install.
//   node follow-feed.mjs https://example.org/handbook/ copy.json
// The first run reads everything, later ones only what is new. Prints what changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const [root, file] = process.argv.slice(2);
const copy = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { pages: [], things: {} };

async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

// The index is the one file that changes. It lists the sealed pages with their hashes, oldest first.
const index = JSON.parse(await get(`${root}feed/index.jsonld`));
const pages = index.view.relation.map((relation) => relation.node).filter((node) => typeof node === 'object');

for (const page of pages.filter((candidate) => !copy.pages.includes(candidate['@id']))) {
  const bytes = await get(page['@id']);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== page.sha256) throw new Error(`${page['@id']} is not what the index promises`);
  for (const member of JSON.parse(bytes).member) {
    if (member['@type'] === 'Delete') delete copy.things[member.isVersionOf];
    else if (member['@graph']) copy.things[member.isVersionOf] = member['@graph'][0];
    console.log(member['@type'], member['@id']);
  }
  copy.pages.push(page['@id']);
}

// A sealed page never changes, so a page in the copy never has to be read again.
writeFileSync(`${file}.new`, JSON.stringify(copy));
renameSync(`${file}.new`, file);
