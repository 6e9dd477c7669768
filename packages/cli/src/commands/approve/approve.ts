import { join } from 'node:path';
import {
  type Approvable,
  approvables,
  approvalHeads,
  approvalLine,
  approvalName,
  heldApprovals,
  unapproved,
} from '@octavo/core/ledger';
import type { Call } from '../../command-line/command.ts';
import { requireDay } from '../../command-line/require-day.ts';
import type { ApproveOptions } from '../../commands.generated.ts';
import { findHandbook } from '../../disk/find-handbook.ts';
import { appendLine } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound, type SoundFolder } from '../../load-sound.ts';
import { table } from '../../table.ts';
import { mergeLogs } from './merge.ts';
import { selectApprovables } from './select.ts';

/** `octavo approve`: records in the log of each entry, term or page that it is right as it stands. */
export async function approve({ positionals, options }: Call<ApproveOptions>, io: Io): Promise<ExitCode> {
  if (options.merge) return mergeLogs(findHandbook(positionals[0] || positionals[1] || '.', io.cwd), io);
  const [numbers = '', named = '.'] = options.all ? namedWithAll(positionals) : positionals;
  // This is the only place in Octavo that asks the clock: when somebody approves is a fact of that moment.
  const { by = '', role, note, date = io.today(), edition } = options;
  checkRequest({ by, role, note, date, numbers, all: options.all });
  const path = findHandbook(named, io.cwd);
  const loaded = await loadSound(path, { ...options, drafts: true }, io);
  const chosen = choose(loaded, numbers, options.all);
  const approved: Approvable[] = [];
  const already: Approvable[] = [];
  for (const item of chosen) {
    const { subject, fingerprint } = item;
    const log = loaded.approvals.get(approvalName(subject)) ?? [];
    if (
      heldApprovals(log).some(
        (held) => held.fingerprint === fingerprint && held.by === by && held.role === role,
      )
    ) {
      already.push(item);
      continue;
    }
    const approval = {
      subject,
      ...(edition === undefined ? {} : { edition }),
      fingerprint,
      by,
      ...(role === undefined ? {} : { role }),
      date,
      ...(note === undefined ? {} : { note }),
    };
    await append(loaded, approvalLine(approval, approvalHeads(log)), subject);
    approved.push(item);
  }
  io.stderr.write(said(loaded, { approved, already, by: role === undefined ? by : `${by} (${role})`, date }));
  return EXIT.ok;
}

/** With `--all`, the first word is the path, unless it can only be a number. */
function namedWithAll([first = '', path = '.']: readonly string[]): readonly [string, string] {
  return path === '.' && !/^\d[\d.A-Z,-]*$/.test(first) ? ['', first || '.'] : [first, path];
}

interface Request {
  readonly by: string;
  readonly role: string | undefined;
  readonly note: string | undefined;
  readonly date: string;
  readonly numbers: string;
  readonly all: boolean;
}

function checkRequest({ by, role, note, date, numbers, all }: Request): void {
  const own = '"octavo help approve" has examples.';
  if (all && numbers !== '')
    misuse(`--all approves every entry: "${numbers}" is one too many`, 'Give numbers or --all, not both.');
  if (!all && numbers === '') misuse('which entries? Give their numbers, or --all', own);
  if (by.trim() === '') misuse('who approves? Give a name with --by', own);
  if (!isLine(by, 200)) misuse('--by is one line, of at most 200 characters', own);
  if (role !== undefined && !isLine(role, 200))
    misuse('--role is one line of text, of at most 200 characters', own);
  if (note !== undefined && !isLine(note, 2000))
    misuse('--note is one line of text, of at most 2000 characters', own);
  requireDay('date', date);
}

function isLine(text: string, most: number): boolean {
  return text.trim() !== '' && !/[\r\n]/.test(text) && text.length <= most;
}

function choose(loaded: SoundFolder, numbers: string, all: boolean): readonly Approvable[] {
  const { handbook, approvals } = loaded;
  if (all) return unapproved(handbook, approvals);
  const chosen = selectApprovables(numbers, approvables(handbook, { drafts: true }), handbook.numbers);
  const drafts = chosen.filter(({ entry }) => entry?.status === 'draft').map(({ subject }) => subject);
  return drafts.length === 0
    ? chosen
    : misuse(
        `${drafts.join(', ')} ${drafts.length === 1 ? 'is a draft' : 'are drafts'}: an approval is of what will be published`,
        'Remove "status: draft" first; approve what the entry then says.',
      );
}

function append({ root, files }: SoundFolder, line: string, subject: string): Promise<void> {
  const path = `approvals/${approvalName(subject)}.jsonl`;
  const before = files.find((file) => file.path === path)?.value ?? '';
  return appendLine(join(root, path), line, typeof before === 'string' ? Buffer.from(before) : before);
}

interface Outcome {
  readonly approved: readonly Approvable[];
  readonly already: readonly Approvable[];
  readonly by: string;
  readonly date: string;
}

function said({ handbook, approvals }: SoundFolder, { approved, already, by, date }: Outcome): string {
  const rows = approved.map(({ subject, title }) => [subject, title]);
  const done = new Set(approved.map(({ subject }) => subject));
  const open = unapproved(handbook, approvals).filter(({ subject }) => !done.has(subject));
  const left = open.filter(({ entry }) => entry).length;
  const others = open.filter(({ entry }) => !entry).map(({ subject }) => subject);
  const lines = [
    ...(approved.length > 0 ? [`approved by ${by} on ${date}`, ...table(rows, { indent: 2 })] : []),
    ...(already.length > 0
      ? [`already approved by ${by}: ${already.map(({ subject }) => subject).join(', ')}`]
      : []),
    left === 0
      ? 'every entry is approved'
      : `${left} ${left === 1 ? 'entry is' : 'entries are'} left to approve ("octavo list --unapproved")`,
    ...(others.length > 0 ? [`left to approve too: ${others.join(', ')}`] : []),
    ...(handbook.settings.review.required
      ? []
      : ['handbook.yaml does not ask for approvals: "review: { required: true }" does']),
  ];
  return `${lines.join('\n')}\n`;
}
