// Answers a SPARQL query over N-Quads with Comunica. Run from a folder where @comunica/query-sparql
// and n3 are installed, with this file on standard input: DATA names the file, QUERY is the query.
// Prints one line of JSON: the rows, each as an object of variable and value.
import { readFileSync } from 'node:fs';
// biome-ignore lint/correctness/noUndeclaredDependencies: installed in a folder of its own.
import { QueryEngine } from '@comunica/query-sparql';
// biome-ignore lint/correctness/noUndeclaredDependencies: installed in a folder of its own.
import { Parser, Store } from 'n3';

const store = new Store(new Parser().parse(readFileSync(process.env.DATA, 'utf8')));
const bindings = await new QueryEngine().queryBindings(process.env.QUERY, { sources: [store] });
const rows = (await bindings.toArray()).map((row) =>
  Object.fromEntries([...row].map(([variable, term]) => [variable.value, term.value])),
);
process.stdout.write(`\nRESULT ${JSON.stringify(rows)}\n`);
