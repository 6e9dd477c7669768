import type { RuleId } from '../message/catalogue.ts';
import type { JsonValue } from '../model/compile.ts';

/** What the fault of a rule's exemplar may name: an entry that is there. */
export interface Neighbor {
  readonly number: string;
  readonly id: string;
}

export interface RuleCase {
  readonly data?: Readonly<Record<string, JsonValue>>;
  readonly answer?: string;
  readonly text?: string;
}

const rule = (
  ruleId: RuleId,
  wrong: (neighbor: Neighbor) => RuleCase,
  right: (neighbor: Neighbor) => RuleCase,
): { readonly ruleId: RuleId; readonly wrong: typeof wrong; readonly right: typeof right } => ({
  ruleId,
  wrong,
  right,
});

const answer = (text: string) => (): RuleCase => ({ answer: text });
const data = (value: RuleCase['data'] & object) => (): RuleCase => ({ data: value });

/** For every rule about an entry, one entry that breaks it and nothing else, and one that is near to that and keeps it. */
export const RULE_CASES: readonly ReturnType<typeof rule>[] = [
  rule('schema-valid', data({ status: 'done' }), data({ status: 'active' })),
  rule('date-exists', data({ reviewBy: '9998-02-30' }), data({ reviewBy: '2096-02-29' })),
  rule(
    'days-in-order',
    data({ effective: { from: '2027-01-01', until: '2026-12-31' } }),
    data({ effective: { from: '2027-01-01', until: '2027-01-01' } }),
  ),
  rule('number-fits', data({ number: '№ 7' }), data({})),
  rule('number-unique', ({ number }) => ({ data: { number } }), data({})),
  rule('id-unique', ({ id }) => ({ data: { id } }), data({ id: 'an-id-of-its-own' })),
  rule('alias-free', ({ id }) => ({ data: { aliases: [id] } }), data({ aliases: ['an-older-name'] })),
  rule('reference-resolves', answer('See [what is not there](#not-there).'), ({ id }) => ({
    answer: `See [what is there](#${id}).`,
  })),
  rule('topic-known', data({ topics: ['no-such-topic'] }), data({ topics: [] })),
  rule('replaced-by-resolves', data({ status: 'withdrawn', replacedBy: 'not-there' }), ({ number }) => ({
    data: { status: 'withdrawn', replacedBy: number },
  })),
  rule(
    'image-inside-handbook',
    answer('![A line that rises](../assets/none.svg)'),
    answer('![A line that rises](../assets/exemplar.svg)'),
  ),
  rule(
    'image-has-alternative',
    answer('![](../assets/exemplar.svg)'),
    answer('![A line that rises from left to right](../assets/exemplar.svg)'),
  ),
  rule(
    'link-scheme-allowed',
    answer('Open [the list](javascript:open).'),
    answer('Open [the list](https://example.org/list).'),
  ),
  rule('no-raw-html', answer('It is <blink>new</blink>.'), answer('Press <kbd>Enter</kbd>.')),
  rule(
    'footnote-resolves',
    answer('It is kept.[^source]'),
    answer('It is kept.[^source]\n\n[^source]: In the archive.'),
  ),
  rule(
    'footnote-used',
    answer('It is kept.\n\n[^source]: In the archive.'),
    answer('Kept.[^a]\n\n[^a]: For ten years.'),
  ),
  rule('math-parses', answer('It costs $\\frac{1}{n$.'), answer('It costs $\\frac{1}{n}$.')),
  rule('answer-not-empty', answer(''), answer('Yes.')),
  rule(
    'question-is-plain',
    data({ question: 'What does ![a line](../assets/exemplar.svg) show?' }),
    data({ question: 'What does *this* show in `code`?' }),
  ),
  rule(
    'question-asks',
    data({ question: 'Records and their sources' }),
    data({ question: 'Where do records come from?' }),
  ),
  rule('front-matter-present', () => ({ text: 'The number and the question are missing.\n' }), data({})),
  rule(
    'yaml-well-formed',
    () => ({ text: '---\nnumber: "{number}"\nquestion: "What is open?\n---\n\nA quotation mark.\n' }),
    data({ question: 'What is "closed"?' }),
  ),
  rule(
    'merge-finished',
    () => ({
      text: '---\nnumber: "{number}"\nquestion: What is open?\n---\n\n<<<<<<< ours\nOne.\n=======\nTwo.\n>>>>>>> theirs\n',
    }),
    answer('```text\nNo mark of a merge.\n```'),
  ),
  rule(
    'clause-order',
    () => ({ data: { clauses: true }, answer: '(a) One\n\n(c) Three' }),
    () => ({ data: { clauses: true }, answer: '(a) One\n\n(b) Two' }),
  ),
  rule(
    'clause-unique',
    () => ({ data: { clauses: true }, answer: '(a) One\n\n(a) One more' }),
    () => ({ data: { clauses: true }, answer: '(a) One\n\n(aa) One more\n\n(b) Two' }),
  ),
  rule(
    'clause-moved',
    () => ({ data: { clauses: true, moved: { '(x)': '(z)' } }, answer: '(a) One\n\n(b) Two' }),
    () => ({ data: { clauses: true, moved: { '(c)': '(b)' } }, answer: '(a) One\n\n(b) Two' }),
  ),
  rule(
    'heading-depth',
    answer('## Before\n\nOne.\n\n#### After\n\nTwo.'),
    answer('## Before\n\nOne.\n\n### After\n\nTwo.'),
  ),
  rule(
    'table-has-header',
    answer('|   |   |\n| - | - |\n| a | b |'),
    answer('| First | Second |\n| - | - |\n| a | b |'),
  ),
  rule('code-has-language', answer('```\nlist --all\n```'), answer('```sh\nlist --all\n```')),
  rule('directive-known', answer(':::notice\nRead this.\n:::'), answer(':::note\nRead this.\n:::')),
  rule(
    'link-text-says-something',
    ({ id }) => ({ answer: `For more, click [here](#${id}).` }),
    ({ id }) => ({ answer: `More is in [how records are kept](#${id}).` }),
  ),
  rule('text-is-normalised', answer('A cafe\u0301 is open.'), answer('A café is open.')),
  rule('related-both-ways', ({ number }) => ({ data: { related: [number] } }), data({ related: [] })),
  rule('review-not-overdue', data({ reviewBy: '0001-01-01' }), data({ reviewBy: '9999-12-31' })),
  rule(
    'link-not-nested',
    answer('[See <a href="https://example.org/">the list of records</a> too](https://example.org/list)'),
    answer('See [this list](https://example.org/list).'),
  ),
  rule(
    'anchor-unique',
    answer('## One {#same}\n\nOne.\n\n## Two {#same}\n\nTwo.'),
    answer('## One {#one}\n\nOne.\n\n## Two {#two}\n\nTwo.'),
  ),
];
