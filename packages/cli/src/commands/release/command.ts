import { type Command, defineCommand } from '../../command-line/command.ts';
import { CODE } from '../../command-line/formats-option.ts';
import { HANDBOOK } from '../../command-line/handbook-path.ts';
import type { Count, Flag, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

type Releasing = {
  readonly out: Text;
  readonly previous: Text;
  readonly sign: Text;
  readonly 'allow-dirty': Flag;
  readonly jobs: Count;
};
export type ReleaseOptions = Releasing & typeof CODE & typeof REPORTING;

const RELEASING: Releasing = {
  out: { kind: 'text', hint: 'folder', help: 'the folder of all releases (default: dist/<id>)' },
  previous: { kind: 'text', hint: 'folder', help: 'a folder with the feed pages of earlier releases' },
  sign: {
    kind: 'text',
    hint: 'key',
    help: 'a secret key file of minisign (its password: OCTAVO_SIGN_PASSWORD)',
  },
  'allow-dirty': { kind: 'flag', help: 'release files that are not committed' },
  jobs: {
    kind: 'count',
    hint: 'n',
    help: 'how many threads lay out chapters (default: 1; of 2,000 files or more one a core, at most 4)',
  },
};

/** `octavo release`. */
export const RELEASE: Command = defineCommand<ReleaseOptions>({
  name: 'release',
  summary: 'check, build, verify and publish an edition for good',
  positionals: [{ name: 'version', help: 'the version of the edition, as in handbook.yaml' }, HANDBOOK],
  options: { ...RELEASING, ...CODE, ...REPORTING },
  examples: [
    'octavo release 2026.2 content/my-handbook',
    'octavo release 1.1 --sign ~/.minisign/minisign.key',
    'octavo release 1.1 --out /srv/releases --previous /mnt/site',
  ],
  load: async () => (await import('./release.ts')).release,
});
