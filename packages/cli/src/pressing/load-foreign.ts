import type { DeclaredFormat, FormatDescriptor } from '@octavo/core';
import { descriptorFault, errorMessage, formatFault, guarded } from '@octavo/press';
import type { VFileMessage } from 'vfile-message';
import { resolveModule } from '../disk/installed.ts';
import type { BookFormat } from '../formats.ts';

/**
 * A format from outside Octavo that is ready to be used like one of ours, or why it is not; nothing when its
 * options were already reported.
 */
export type Foreign = BookFormat | VFileMessage | undefined;

/** Loads a format from outside Octavo. It must not have one of the `taken` names. */
export async function loadForeign(
  declared: DeclaredFormat,
  root: string,
  taken: readonly string[],
): Promise<Foreign> {
  const { use, own } = declared;
  const wrong = (reason: string, note: string) => formatFault('format-loads', declared, reason, note);
  const home = resolveModule(use, root);
  if (home === undefined)
    return wrong(
      `there is no format ${use}`,
      use.startsWith('.')
        ? 'Give its path from the folder of the handbook.'
        : `Install it: npm install ${use}.`,
    );
  let descriptor: FormatDescriptor;
  try {
    const module = (await import(home)) as { readonly FORMAT?: FormatDescriptor };
    if (module.FORMAT === undefined)
      return wrong(`${use} exports no FORMAT`, 'A format is a module that exports its descriptor as FORMAT.');
    const fault = descriptorFault(module.FORMAT, taken);
    if (fault !== undefined) return wrong(`${use}: ${fault}`, 'Mend its descriptor, FORMAT.');
    descriptor = module.FORMAT;
  } catch (error) {
    return wrong(
      `${use} cannot be loaded: ${errorMessage(error)}`,
      'Mend the module, or leave it out of "formats:".',
    );
  }
  if (descriptor.options !== undefined || own !== undefined) {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    try {
      const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, logger: false });
      const validate = ajv.compile(descriptor.options ?? { not: {} });
      if (descriptor.options === undefined) return wrong(`${use} takes no options`, 'Remove "options:".');
      if (!validate(own ?? {})) {
        declared.reportOptions(validate.errors ?? []);
        return undefined;
      }
    } catch (error) {
      return wrong(
        `${use}: the schema of its options is none: ${errorMessage(error)}`,
        'Mend "options" of its descriptor.',
      );
    }
  }
  const { name, title } = descriptor;
  const safe = guarded(descriptor, declared);
  return { name, title, load: async () => safe, home: () => home, foreign: true };
}
