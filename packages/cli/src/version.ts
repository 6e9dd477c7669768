import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** The version of Octavo. */
export const VERSION: string = version;

/** The address of the command's own code, by which a cache knows the version. */
export const HOME: string = import.meta.url;
