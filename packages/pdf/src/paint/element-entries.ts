import type { Namespace } from '../display/roles.ts';
import type { Numbering, StructureNode } from '../display/structure-node.ts';
import type { Standard } from '../standard.ts';
import { decimal } from './digits.ts';
import { textString } from './object-writer.ts';

/** Returns the entries in which an element says something (ISO 32000-2, 14.7.2). Its id begins with `prefix`. */
export function textEntries(node: StructureNode, prefix: string): string {
  let said = '';
  if (node.lang) said += `/Lang${textString(node.lang)}`;
  if (node.alt !== undefined) said += `/Alt${textString(node.alt || ' ')}`;
  if (node.actual !== undefined) said += `/ActualText${textString(node.actual)}`;
  if (node.expansion) said += `/E${textString(node.expansion)}`;
  if (node.title) said += `/T${textString(node.title)}`;
  if (node.id !== undefined) said += `/ID${textString(prefix + node.id)}`;
  return said;
}

/** PDF 1.7 has no names for these numberings. */
const OF_20: ReadonlySet<Numbering> = new Set(['Ordered', 'Unordered', 'Description']);

/** Returns an element's attributes by their owners (ISO 32000-2, 14.8.5). `box` is where a figure is drawn. */
export function attributes(
  node: StructureNode,
  box: readonly number[] | undefined,
  version: Standard['version'],
  objectOf: (namespace: Namespace) => number,
): string {
  const owned: string[] = [];
  if (node.scope) owned.push(`<</O/Table/Scope/${node.scope}>>`);
  if (node.numbering) {
    const numbering = version === '1.7' && OF_20.has(node.numbering) ? 'None' : node.numbering;
    owned.push(`<</O/List/ListNumbering/${numbering}>>`);
  }
  if (node.type === 'Note' && version === '2.0') owned.push('<</O/FENote/NoteType/Footnote>>');
  const place = box ? `/BBox[${box.map(decimal).join(' ')}]` : '';
  const placement = node.placement ? `/Placement/${node.placement}` : '';
  const decoration = node.decoration ? `/TextDecorationType/${node.decoration}` : '';
  if (place || placement || decoration) owned.push(`<</O/Layout${place}${placement}${decoration}>>`);
  const own = Object.entries(node.attributes ?? {}).map(([name, value]) => `/${name}${textString(value)}`);
  if (own.length > 0) owned.push(`<</O/NSO/NS ${objectOf('mathml')} 0 R${own.join('')}>>`);
  return owned.length === 0 ? '' : owned.length === 1 ? `/A${owned[0]}` : `/A[${owned.join('')}]`;
}
