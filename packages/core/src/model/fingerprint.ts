import { hash } from 'node:crypto';
import type { AnswerNode } from './answer.ts';
import type { Entry } from './documents.generated.ts';
import { periodOf } from './effective.ts';
import { APPROVED_FIELDS, type ApprovedField } from './entry-facts.ts';
import { mapStrings } from './map-strings.ts';
import type { OwnTypes } from './own-types.ts';

/**
 * This may change only with a migration, because published ledgers, feeds and approvals contain fingerprints.
 */
const VERSION = 1;

/**
 * What an entry says, as `1-<sha256, 64 hex digits>`: the question, the answer and its notes without
 * positions, the numbers its links mean, the hashes of its images, its status and replacement, its topics
 * and related entries (`APPROVED_FIELDS`). Reformatting the source keeps it; one changed word changes it.
 */
export function fingerprint(
  entry: Pick<Entry, ApprovedField | 'fields'>,
  imageHash: (path: string) => string,
  types?: OwnTypes,
): string {
  const { effective } = entry;
  const plain = { ...entry, effective: effective && periodOf(effective) };
  const fields = APPROVED_FIELDS.map((name) => [name, plain[name] ?? null] as const);
  // An entry without topics has the fingerprint that it had before there were topics.
  const said = fields.filter(([name, value]) => !IF_ANY.has(name) || (value?.length ?? 0) > 0);
  const own = (types?.fields ?? []).flatMap(({ name, approved, schema }) => {
    const field = approved ? entry.fields?.find((one) => one.name === name) : undefined;
    if (!field) return [];
    const data = mapStrings(schema, field.value, (format, text) => (format === 'markdown' ? '' : text));
    return [[`field:${name}`, [JSON.stringify(data), ...(field.prose ?? []).flat()]] as const];
  });
  return contentFingerprint(Object.fromEntries([...said, ...own]), imageHash);
}

const IF_ANY: ReadonlySet<ApprovedField> = new Set(['topics', 'related', 'type', 'effective']);

/**
 * Returns the fingerprint of anything else that is approved or compared: text, and nodes without accidents of
 * form.
 */
export function contentFingerprint(
  content: Readonly<Record<string, string | null | readonly (string | AnswerNode)[]>>,
  imageHash: (path: string) => string,
): string {
  const bare = Object.entries(content).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map((item) => (isNode(item) ? strip(item, imageHash) : item)) : value,
  ]);
  return `${VERSION}-${hash('sha256', JSON.stringify(Object.fromEntries(bare)))}`;
}

/**
 * Form, not content: where something was written, how a link was spelled, whether a list is loose, an anchor, and
 * the number of a figure, which follows from its place. A clause's label is content, and its address follows from
 * the labels.
 */
const FORM: ReadonlySet<string> = new Set(
  'position written spread identifier id numbered clause formerly movedTo'.split(' '),
);

function strip(node: AnswerNode, imageHash: (path: string) => string): unknown {
  if (node.type === 'crossReference' && node.automatic) {
    const { type, number, fragment } = node;
    return { type, number, ...(fragment === undefined ? {} : { fragment }) };
  }
  if (node.type === 'link' && node.entry) {
    const { type, url, title, automatic, children } = node;
    const said = automatic ? [] : children.map((child) => strip(child, imageHash));
    return { type, url, ...(title === undefined ? {} : { title }), children: said };
  }
  if (node.type === 'text') return { type: node.type, value: node.value.replace(/[ \t\r\n]+/g, ' ') };
  const bare = Object.entries(node)
    .filter(([key, value]) => !FORM.has(key) && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]: [string, unknown]) => {
      if (key === 'url' && node.type === 'image') return [key, imageHash(node.url)];
      if (Array.isArray(value))
        return [key, value.map((item) => (isNode(item) ? strip(item, imageHash) : item))];
      return [key, isNode(value) ? strip(value, imageHash) : value];
    });
  return Object.fromEntries(bare);
}

function isNode(value: unknown): value is AnswerNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
