import type { Phrasing } from '../model/answer.ts';
import type { Entry, IndexTerm } from '../model/documents.generated.ts';
import { fingerprint } from '../model/fingerprint.ts';
import { DEFAULT_TYPE, type OwnTypes } from '../model/own-types.ts';
import type { EntryFile } from '../read/read.ts';
import { assembleFields } from './assemble-fields.ts';
import type { Numbering } from './body/part-number.ts';
import { toBody } from './body/to-body.ts';
import type { BodyContext } from './body-context.ts';
import { clauseSource } from './clauses/clause-source.ts';
import { identityOf } from './references.ts';
import { filled } from './variables/fill.ts';

/**
 * Builds an entry from its file. `context` resolves links and images as seen from that file; `hasClauses`: labels
 * in the answer make clauses; `numbering`: what in it is numbered.
 */
export function assembleEntry(
  source: EntryFile,
  question: readonly Phrasing[],
  context: Parameters<typeof toBody>[1],
  resolve: BodyContext['resolve'],
  imageHash: (path: string) => string,
  hasClauses: boolean,
  numbering: Omit<Numbering, 'number'> | undefined,
  types: OwnTypes | undefined,
): Entry {
  // What is said of clauses is in the answer.
  const { clauses: _, moved = {}, for: __, ...data } = source.data;
  const { number, id } = identityOf(source);
  const own = { ...context, numbering: numbering && { ...numbering, number } };
  const { blocks, footnotes } = hasClauses
    ? toBody(clauseSource(source), { ...own, clauses: { moved } })
    : toBody(source.tree, own);
  const toNumber = (reference: string) => resolve(reference)?.number ?? reference;
  const fields = types ? assembleFields(source, data.type ?? DEFAULT_TYPE, types, context) : [];
  const fill = (text: string, ...keys: (string | number)[]) =>
    filled(text, context, { place: () => source.yaml.locate(keys) });
  const status = data.status ?? 'active';
  const replacedBy = data.replacedBy === undefined ? undefined : toNumber(data.replacedBy);
  const entry = {
    // A field that is carried as it is written needs no line of its own.
    ...data,
    number,
    id,
    question,
    answer: blocks,
    footnotes,
    topics: data.topics ?? [],
    related: (data.related ?? []).map(toNumber),
    ...(data.search ? { search: data.search.map((words, at) => fill(words, 'search', at)) } : {}),
    index: (data.index ?? []).map((term, at) => indexTerm(fill(term, 'index', at))),
    status,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(fields.length > 0 ? { fields } : {}),
    aliases: data.aliases ?? [],
    source: { path: source.file.path, ...source.yaml.locate(['number']) },
  };
  return { ...entry, fingerprint: fingerprint(entry, imageHash, types) };
}

function indexTerm(written: string): IndexTerm {
  const [first = '', ...rest] = written.split('>').map((part) => part.trim());
  return [first, ...rest.filter((part) => part !== '')];
}
