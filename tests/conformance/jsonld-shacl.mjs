// Validates N-Quads with SHACL shapes by shacl-engine. Run from a folder where shacl-engine, n3 and
// rdf-ext are installed, with this file on standard input: SHAPES (Turtle) and DATA (N-Quads files,
// parted by the path delimiter) name files. Prints one line of JSON: for each file its faults.
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
// biome-ignore lint/correctness/noUndeclaredDependencies: installed in a folder of its own.
import { Parser } from 'n3';
// biome-ignore lint/correctness/noUndeclaredDependencies: installed in a folder of its own.
import rdf from 'rdf-ext';
// biome-ignore lint/correctness/noUndeclaredDependencies: installed in a folder of its own.
import { Validator } from 'shacl-engine';

const read = (file) => rdf.dataset(new Parser({ factory: rdf }).parse(readFileSync(file, 'utf8')));
const validator = new Validator(read(process.env.SHAPES), { factory: rdf });
const faults = [];
for (const file of process.env.DATA.split(delimiter)) {
  const { results } = await validator.validate({ dataset: read(file) });
  faults.push(
    results.map((result) =>
      `${result.focusNode.value} ${result.path?.[0]?.predicates?.[0]?.value ?? ''}`.trim(),
    ),
  );
}
process.stdout.write(`\nRESULT ${JSON.stringify(faults)}\n`);
