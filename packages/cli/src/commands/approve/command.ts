import { type Command, defineCommand, type Positional } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Flag, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

/** Options that say what is approved, and by whom. */
type Approving = {
  readonly by: Text;
  readonly note: Text;
  readonly date: Text;
  readonly all: Flag;
  readonly merge: Flag;
  readonly lenient: Flag;
  readonly 'no-color': Flag;
};
export type ApproveOptions = Approving;

/** May be omitted with `--all` and `--merge`; the word in its place is then the path. */
const NUMBERS: Positional = {
  name: 'numbers',
  default: '',
  help: 'entries (618, 601-620), terms (term/rancid), pages (front/preface); several with commas',
};

/** The command itself finds the handbook, because only it knows whether the first word is the path. */
const PATH: Positional = { ...HANDBOOK };

/** `octavo approve`. */
export const APPROVE: Command = defineCommand<ApproveOptions>({
  name: 'approve',
  summary: 'say that entries, terms and pages are right as they stand',
  positionals: [NUMBERS, PATH],
  options: {
    by: { kind: 'text', hint: 'name', help: 'who approves (required)' },
    note: { kind: 'text', hint: 'text', help: 'what the reviewer has to say, one line' },
    date: { kind: 'text', hint: 'date', help: 'when, such as 2026-11-01 (default: today, in UTC)' },
    all: { kind: 'flag', help: 'everything that nobody has approved as it stands' },
    merge: { kind: 'flag', help: 'after a merge: keep the approvals of both branches' },
    lenient: SOURCE.lenient,
    'no-color': REPORTING['no-color'],
  },
  examples: [
    'octavo approve 618 --by "Ada Lovelace"',
    'octavo approve 601-620,634A --by "Ada Lovelace" --note "checked against 4.2"',
    'octavo approve term/rancid,front/preface --by "Ada Lovelace"',
    'octavo approve --merge content/my-handbook',
    'octavo approve --all --by "Ada Lovelace" content/my-handbook',
  ],
  load: async () => (await import('./approve.ts')).approve,
});
