// typst.mjs <folder of the installed clients> <book.typ> <book.pdf>
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

const [, , clients, source, output] = process.argv;
const { NodeCompiler } = createRequire(`${clients}/package.json`)('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: dirname(resolve(source)) });
const bytes = compiler.pdf({ mainFilePath: resolve(source) });
if (!bytes) throw new Error('Typst made no PDF');
writeFileSync(output, bytes);
