import type { SchemaTools } from '../own-fields/schema-tools.ts';
import type { Sources } from '../read/read.ts';
import { draftsOf } from './drafts.ts';
import type { Draft, Exemplar } from './exemplar.ts';
import { exemplarBook } from './exemplar-book.ts';
import { exemplarWriter, type Written } from './exemplar-writer.ts';
import { RULE_CASES, type RuleCase } from './rule-cases.ts';
import { tryExemplars } from './try-exemplars.ts';

/** What `octavo exemplars` writes. */
export interface Exemplars {
  /** A handbook of the valid exemplars, by path. */
  readonly book: ReadonlyMap<string, string>;
  /** All, the valid ones first. A faulty one is read beside the first valid one of each chapter. */
  readonly exemplars: readonly Exemplar[];
  /** Paths of the entries that stand beside a faulty one. */
  readonly beside: readonly string[];
  /** What could not be shown, and why, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Makes exemplars from what a book demands of its entries: its own types and fields, and the rules of every book. The
 * same sources and seed give the same exemplars.
 *
 * Each is tried before it is given out: the valid ones together are a handbook without a message, and a faulty one
 * beside the first of them gives one message, which it carries. What does not is left out, and a note says so.
 */
export function makeExemplars(sources: Sources, tools: SchemaTools | undefined, seed = 1): Exemplars {
  const base = exemplarBook(sources);
  const tryOut = tryExemplars(base, tools);
  const writer = exemplarWriter(sources);
  const own = draftsOf(sources, tools, seed);
  const notes = [...own.notes];
  const leave = (what: string, found: readonly { ruleId: string; reason: string }[]) => {
    const said = found.map(({ ruleId, reason }) => `${ruleId}, ${reason}`).join('; ') || 'no message';
    notes.push(`${what} is not shown: it gave ${said}`);
  };
  const sound = (written: readonly Written[], beside: readonly Written[]): readonly Written[] => {
    const told = tryOut([...beside, ...written]);
    return written.filter((exemplar) => {
      const found = told.get(exemplar.path);
      if (found) leave(nameOf(exemplar), found);
      return !found;
    });
  };
  const valid = own.drafts.filter(({ kind }) => kind !== 'faulty');
  const first = valid.filter(
    (draft, at) => at === valid.findIndex(({ chapter }) => chapter === draft.chapter),
  );
  const beside = sound(
    first.flatMap((draft) => writer.write(draft) ?? []),
    [],
  );
  const [neighbor] = beside;
  const casesOf = (kind: 'valid' | 'faulty', side: 'right' | 'wrong'): readonly Draft[] =>
    neighbor ? RULE_CASES.map((one) => caseDraft(one.ruleId, kind, one[side](neighbor), neighbor)) : [];
  const more = sound(
    [...valid.filter((draft) => !first.includes(draft)), ...casesOf('valid', 'right')].flatMap(
      (draft) => writer.write(draft) ?? [],
    ),
    beside,
  );
  const broken = casesOf('faulty', 'wrong');
  const faulty = [...own.drafts.filter(({ kind }) => kind === 'faulty'), ...broken].flatMap(
    (draft): readonly Exemplar[] => {
      const written = writer.tryOut(draft);
      if (!written) return [];
      const found = [...tryOut([...beside, written])].flatMap(([path, messages]) =>
        messages.map((one) => ({ ...one, path })),
      );
      const [message] = found;
      const isIt =
        found.length === 1 &&
        message?.path === written.path &&
        (draft.about.rule ?? message.ruleId) === message.ruleId;
      if (message && isIt) return [published(written, message)];
      leave(nameOf(written), found);
      return [];
    },
  );
  const all = [...beside, ...more].map((written) => published(written));
  return {
    book: new Map([...base, ...all.map(({ path, text }) => [path, text] as const)]),
    exemplars: [...all, ...faulty],
    beside: beside.map(({ path }) => path),
    notes,
  };
}

function published({ kind, type, about, path, text }: Written, message?: Exemplar['message']): Exemplar {
  if (!message) return { kind, type, about, path, text };
  const { ruleId, severity, line, column, reason } = message;
  return { kind, type, about, path, text, message: { ruleId, severity, line, column, reason } };
}

function caseDraft(
  rule: string,
  kind: Draft['kind'],
  { data = {}, ...rest }: RuleCase,
  neighbor: Written,
): Draft {
  const { type, chapter } = neighbor;
  return { kind, type, chapter, about: { rule }, data: { ...neighbor.data, ...data }, ...rest };
}

function nameOf({ kind, type, about }: Written): string {
  return `the ${kind} exemplar of ${[about.rule, about.field, about.keyword].filter(Boolean).join(', ') || type}`;
}
