import { madePdf } from '/work/wt/left1/tests/conformance/pdf-workbench.ts';
import { copyFileSync } from 'node:fs';
const t=Date.now();
const made = await madePdf(process.argv[2]!);
copyFileSync(made.path, process.argv[3]!);
made.remove(); console.log(Date.now()-t,'ms');
