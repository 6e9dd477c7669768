import type { Command, Positional, Run } from './command-line/command.ts';
import type { Option, OptionTable } from './command-line/option.ts';
import type { OptionsOf } from './commands.generated.ts';
import table from './commands.json' with { type: 'json' };
import { FORMAT_NAMES, FORMATS } from './formats.ts';

/** What runs each command. It is imported when it runs, so that the table is light. */
const RUNS: { readonly [Name in keyof OptionsOf]: () => Promise<Run<OptionsOf[Name]>> } = {
  init: async () => (await import('./commands/init/init.ts')).init,
  import: async () => (await import('./commands/import/import.ts')).importCommand,
  check: async () => (await import('./commands/check/check.ts')).check,
  build: async () => (await import('./commands/build/build.ts')).build,
  serve: async () => (await import('./commands/serve/serve.ts')).serve,
  new: async () => (await import('./commands/new/new.ts')).newEntry,
  list: async () => (await import('./commands/list/list.ts')).list,
  inspect: async () => (await import('./commands/inspect/inspect.ts')).inspect,
  show: async () => (await import('./commands/show/show.ts')).show,
  report: async () => (await import('./commands/report/report.ts')).report,
  trace: async () => (await import('./commands/trace/trace.ts')).trace,
  approve: async () => (await import('./commands/approve/approve.ts')).approve,
  renumber: async () => (await import('./commands/renumber/renumber.ts')).renumber,
  migrate: async () => (await import('./commands/migrate/migrate.ts')).migrate,
  release: async () => (await import('./commands/release/release.ts')).release,
  redact: async () => (await import('./commands/redact/redact.ts')).redact,
  retract: async () => (await import('./commands/retract/retract.ts')).retract,
  ledger: async () => (await import('./commands/ledger/ledger.ts')).ledger,
  verify: async () => (await import('./commands/verify/verify.ts')).verify,
  diff: async () => (await import('./commands/diff/diff.ts')).diff,
  inventory: async () => (await import('./commands/inventory/inventory.ts')).inventory,
  export: async () => (await import('./commands/export/export.ts')).exportHandbook,
  exemplars: async () => (await import('./commands/exemplars/exemplars.ts')).exemplars,
  schema: async () => (await import('./commands/schema/schema.ts')).schema,
  docs: async () => (await import('./commands/docs/docs.ts')).docs,
  clean: async () => (await import('./commands/clean/clean.ts')).clean,
  completions: async () => (await import('./commands/completions/completions.ts')).completions,
};

/** The table as it is written: an option may be the name of the group that has it, and a handbook's path is a word. */
interface Table {
  readonly handbook: Positional;
  readonly groups: Readonly<Record<string, OptionTable>>;
  readonly commands: readonly (Omit<Command, 'name' | 'positionals' | 'options' | 'run'> & {
    readonly name: keyof OptionsOf;
    readonly positionals: readonly (Positional | 'handbook')[];
    readonly options: Readonly<Record<string, Option | string>>;
    readonly uses: readonly string[];
  })[];
}

const { handbook, groups, commands } = table as unknown as Table;

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = commands.map(
  ({ name, summary, positionals, options, uses, examples }) => ({
    name,
    summary: summary.replace('{formats}', FORMATS.map(({ title }) => title).join(', ')),
    positionals: positionals.map((word) => (word === 'handbook' ? handbook : word)),
    options: Object.assign(optionsOf(options), ...uses.map((group) => groups[group])),
    examples,
    // The parser reads the values by this same table.
    run: async (call, io, all) => ((await RUNS[name]()) as Run<unknown>)(call, io, all),
  }),
);

function optionsOf(options: Readonly<Record<string, Option | string>>): Record<string, Option> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, given]) => {
      const option = typeof given === 'string' ? groups[given]?.[name] : given;
      if (!option) return [];
      return [[name, option.kind === 'names' ? { ...option, of: FORMAT_NAMES } : option]];
    }),
  );
}
