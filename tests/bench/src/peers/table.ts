import { INSTALLED } from './installed.ts';
import { OCTAVO } from './octavo.ts';
import type { Peer } from './peer.ts';
import { SITES } from './sites.ts';
import { TYPST } from './typst.ts';
import { VIVLIOSTYLE } from './vivliostyle.ts';

/** Everything that is measured; the first of a format is what the others are compared with. */
export const PEERS: readonly Peer[] = [...TYPST, ...INSTALLED, ...SITES, ...VIVLIOSTYLE, ...OCTAVO];
