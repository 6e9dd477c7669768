import { loadHandbook, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
export const run = async (label, vars, body, {q='Why 1?', extra={}, lang='en', more='', title='S'}={}) => {
  const files = {'handbook.yaml': `schemaVersion: 1
id: small
title: "${title}"
language: ${lang}
iri: https://example.org/small/
edition: { version: "1.2", date: "2026-11-01" }
${vars===null?'':`variables:\n${vars.replace(/^/gm,'  ')}`}
${more}
chapters:
  - { id: basics, title: Basics, summary: S. }
`, 'basics/1-first.md': `---\nnumber: 1\nquestion: ${q}\n---\n\n${body}\n`, 'basics/2-second.md': `---\nnumber: 2\nquestion: Why 2?\n---\n\nTwo.\n`, ...extra};
  const vf = Object.entries(files).map(([path,v])=>new VFile({path,value:Buffer.from(v)}));
  let r; try { r = loadHandbook(vf,{tools: await schemaTools(vf)}); } catch (e) { console.log('== '+label, 'CRASH', e.stack); return; }
  const m = r.files.flatMap(f=>f.messages.map(x=>`${f.path}:${x.line}:${x.column} ${x.ruleId} ${x.fatal?'E':'w'} ${x.reason}`));
  const e = r.handbook?.chapters[0].entries[0];
  const bare = e && JSON.stringify({q:e.question,a:e.answer,f:e.footnotes}, (k,v)=>['position','source','fingerprint','spread','checked','start'].includes(k)?undefined:v);
  console.log('== '+label+'\n  ', bare?.slice(0,900) ?? '-', '\n   '+m.join('\n   '));
};
