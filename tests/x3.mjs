import {run} from './x2.mjs';
const A='product: Kiln';
for (const t of ['${product}','{{> part}}','{{{raw}}}','%product%','@product@','{product}','|product|',':product:','{{ product | upcase }}','{{product()}}','{{ site.title }}','[[product]]','$(product)','{{ product.name }}','{{/if}}','{{!-- c --}}','{{else}}','{{ $x }}','<%= x %>','{# c #}','#{x}','\\{{product}}','{{product','{{ }}','{{pro\\duct}}','{{Product}}','{{ "x" }}']) await run(t,A,`a ${t} {{product}}`);
await run('raw bidi in body',A,'x a \u202Eevil b {{product}}');
await run('unbalanced bidi','product: "a \\u202E b"','x {{product}} y');
await run('isolate','product: "a \\u2066 b"','x {{product}} y');
await run('raw unbalanced bidi yaml','product: "a \u202E b"','x {{product}} y');
for (const b of ['{{p}}','- {{p}}\n- b','## {{p}}\n\na','[{{p}}](#2)','**{{p}}** b','> {{p}}','| {{p}} |\n|-|\n| {{p}} |','a <kbd>{{p}}</kbd>',':::note[{{p}}]\na\n:::','a[^1]\n\n[^1]: {{p}}']) { await run('empty '+b,'p: ""',b); }
await run('empty in question','p: ""','a {{p}}',{q:'"{{p}}"'});
await run('empty title','p: ""','a {{p}}',{title:'{{p}}'});
await run('title md','p: "**x** [y](#2)"','a {{p}}',{title:'T {{p}}'});
