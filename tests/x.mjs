import { loadHandbook, toText, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
const head = (more='') => `schemaVersion: 1
id: small
title: S
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
conditions:
  audience: [public, internal]
  product: { values: [basic, pro], secret: true }
editions:
  public: { for: { audience: public, product: basic } }
  staff: { for: { audience: internal }, name: internal }
${more}
chapters:
  - { id: basics, title: Basics, summary: S. }
`;
export async function run(body, {fm='', more='', extra={}, ed=['public','staff',undefined]}={}) {
  for (const e of ed) {
    const files = {'handbook.yaml': head(more), 'basics/1-first.md': `---\nnumber: 1\nquestion: Why 1?\n${fm}---\n\n${body}\n`, 'basics/2-second.md': `---\nnumber: 2\nquestion: Why 2?\n---\n\nTwo.\n`, ...extra};
    const vf = Object.entries(files).map(([path,v])=>new VFile({path,value:Buffer.from(v)}));
    const r = loadHandbook(vf,{edition:e, tools: await schemaTools(vf)});
    const m = r.files.flatMap(f=>f.messages.map(x=>`${f.path}:${x.line}:${x.column} ${x.ruleId} ${x.fatal?'E':'w'} ${x.reason}`)).filter(x=>!/related-both|variable-used/.test(x));
    const bare = JSON.stringify(r.handbook?.chapters[0].entries[0], (k,v)=>['position','source','fingerprint','spread','checked','start'].includes(k)?undefined:v);
    const parsed = bare && JSON.parse(bare);
    console.log(`-- ${e}:`, parsed ? JSON.stringify({a:parsed.answer,f:parsed.footnotes,fields:parsed.fields}) : '-', m.join(' | '));
  }
}
