import { type RstNames, refName, slug } from './inline.ts';
import { isAdornment } from './sections.ts';

/** Collects the explicit targets, the section titles and the substitutions of a document, before it is read. */
export function namesOf(lines: readonly string[]): RstNames {
  const links = new Map<string, string>();
  const substitutions = new Map<string, string>();
  const pictures = new Map<string, { url: string; alt: string }>();
  const waiting: string[] = [];
  const anonymous: string[] = [];
  lines.forEach((line, at) => {
    const unnamed = /^\s*(?:\.\. __:|__)\s+(\S+)\s*$/.exec(line)?.[1];
    if (unnamed !== undefined) anonymous.push(unnamed.replace(/^(\w[\w-]*)_$/, '#$1'));
    const [, pictured, address_] = /^\s*\.\. \|([^|]+)\| image::\s*(\S+)/.exec(line) ?? [];
    if (pictured !== undefined && address_ !== undefined) {
      const alt = /^\s+:alt:\s*(.+?)\s*$/m.exec(lines.slice(at + 1, at + 5).join('\n'))?.[1];
      pictures.set(refName(pictured), { url: address_, alt: alt ?? pictured });
    }
    const [, quoted, plain, url = ''] =
      /^\s*\.\. _(?:`([^`]+)`|((?:\\:|[^:`])+)):(?:\s+(\S.*?))?\s*$/.exec(line) ?? [];
    const name = quoted ?? plain?.replaceAll('\\:', ':');
    if (name !== undefined) {
      const next = (lines[at + 1] ?? '').trim();
      const address = url !== '' ? url : /^\s+https?:/.test(lines[at + 1] ?? '') ? next : '';
      if (address === '') {
        links.set(refName(name), `#${slug(name)}`);
        waiting.push(name);
      } else if (/^[\w.-]+_$/.test(address) && !/[/:]/.test(address))
        links.set(refName(name), `#${slug(address.slice(0, -1))}`);
      else links.set(refName(name), address.replace(/^`(.*)`_$/, '$1').replace(/\s+/g, ''));
      return;
    }
    const [, shown, value] = /^\s*\.\. \|([^|]+)\| replace::\s*(.+?)\s*$/.exec(line) ?? [];
    if (shown !== undefined && value !== undefined)
      substitutions.set(refName(shown), value.replace(/\\\s/g, ''));
    const title = line.trim();
    if (
      title !== '' &&
      !isAdornment(line) &&
      isAdornment(lines[at + 1] ?? '') &&
      (lines[at + 1] ?? '').trim().length >= 3
    ) {
      if (!links.has(refName(title))) links.set(refName(title), `#${slug(title)}`);
      // `:ref:` to a label that stands before a title shows that title.
      for (const label of waiting.splice(0)) links.set(`title ${refName(label)}`, title.replaceAll('``', ''));
    } else if (title !== '' && !title.startsWith('..')) waiting.length = 0;
  });
  let next = 0;
  return { links, substitutions, pictures, anonymous: () => anonymous[next++] };
}
