import type { Assembled } from './assemble/assemble.ts';
import { originOf } from './assemble/inserts/insert.ts';
import { tellInsert } from './assemble/inserts/tell-insert.ts';
import { type Memory, NO_MEMORY } from './cache/memory.ts';
import type { RuleId } from './message/catalogue.ts';
import { report } from './message/report.ts';
import type { AnswerNode } from './model/answer.ts';
import { walk } from './model/children.ts';
import type { Handbook } from './model/documents.generated.ts';
import { indexHandbook } from './model/handbook-index.ts';
import { prosePages } from './model/prose-pages.ts';
import { ALL_RULES } from './rules/all-rules.generated.ts';
import type { Body, Rule, RuleContext } from './rules/rule.ts';

export interface ValidateOptions {
  readonly drafts?: boolean;
  /** What earlier loads left. */
  readonly memory?: Memory;
  /** What an edition shows; by default the whole handbook. */
  readonly published?: Handbook | undefined;
}

/** Checks an assembled handbook against every rule; faults become messages on the files. */
export function validate(
  assembled: Assembled,
  options: ValidateOptions = {},
  rules: typeof ALL_RULES = ALL_RULES,
): void {
  const { handbook, entries, references, sources, places } = assembled;
  const book: Omit<RuleContext, 'report'> = {
    handbook,
    published: options.published ?? handbook,
    edition: assembled.edition?.name,
    index: indexHandbook(handbook),
    entries,
    bodies: bodiesOf(assembled, options.memory ?? NO_MEMORY),
    references,
    sources,
    places,
    drafts: options.drafts ?? false,
  };
  const severity = assembled.severity;
  for (const [id, rule] of Object.entries(rules) as [RuleId, Rule][]) {
    if (severity(id) === 'off') continue;
    rule({
      ...book,
      report: ({ path = 'handbook.yaml', keys, position, ...finding }) => {
        const file = places.file(path);
        if (!file) throw new Error(`the rule ${id} blames ${path}, which was not read`);
        const place = position ?? (keys ? places.locate(path, keys) : undefined);
        const origin = originOf(place);
        const from = origin && places.file(origin.path);
        if (origin && from) {
          // What is quoted has its messages in its own entry.
          if (!origin.path.startsWith('snippets/')) return;
          const use = { path, ...position?.start };
          tellInsert(from, use, id, { ...finding, place: origin }, severity(id));
          return;
        }
        report(file, id, { ...finding, place }, severity(id));
      },
    });
  }
}

function bodiesOf({ handbook, entries }: Assembled, memory: Memory): readonly Body[] {
  const withAll = (nodes: readonly AnswerNode[]) => ({ nodes, all: [...walk(nodes)] });
  const withNotes = (body: readonly AnswerNode[], notes: readonly AnswerNode[]) =>
    withAll([...body, ...notes]);
  return [
    ...entries.map((entry) =>
      memory.keep(
        entry,
        'body',
        (): Body => ({ path: entry.source.path, ...withNotes(entry.answer, entry.footnotes), entry }),
      ),
    ),
    ...entries.flatMap((entry) =>
      (entry.fields ?? []).map(
        ({ name, prose = [] }): Body => ({
          path: entry.source.path,
          ...withAll(prose.flat()),
          keys: [name],
          entry,
        }),
      ),
    ),
    ...prosePages(handbook).map(
      (page): Body => ({ path: page.source.path, ...withNotes(page.body, page.footnotes) }),
    ),
    ...handbook.glossary.map(
      (term, at): Body => ({
        path: 'glossary.yaml',
        ...withAll(term.definition),
        keys: ['terms', at, 'definition'],
      }),
    ),
  ];
}
