import type { Code } from './answer.ts';

/** The title that a block of code is given behind its language: ` ```js title="scale.js" `. */
export function codeTitle({ meta = '' }: Pick<Code, 'meta'>): string | undefined {
  const [, quoted, single, bare] = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(meta) ?? [];
  return (quoted ?? single ?? bare)?.trim() || undefined;
}
