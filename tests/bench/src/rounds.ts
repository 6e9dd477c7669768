import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { writeForm } from './corpus/write-form.ts';
import { type Measured, measure } from './measure.ts';
import type { BenchFormat, Peer } from './peers/peer.ts';
import { WORK } from './places.ts';
import { putAside } from './put-aside.ts';
import type { Row } from './row.ts';

export interface RoundSettings {
  readonly rounds: number;
  readonly limit: number;
  readonly say: (line: string) => void;
}

/** The files of a format, so that the sizes of tools compare: not what some tools put beside them. */
const COUNTED: Readonly<Record<BenchFormat, RegExp>> = {
  pdf: /\.pdf$/,
  html: /\.html$/,
  epub: /\.epub$/,
  jsonld: /\.jsonld$/,
  all: /\.(?:pdf|html|epub)$/,
  command: /$^/,
};

/** Measures peers at one size, interleaved: every peer once, then every peer again. */
export function measureRounds(peers: readonly Peer[], size: number, settings: RoundSettings): Row[] {
  const folder = (peer: Peer): string => `${WORK}/corpus/${size}/${peer.form}`;
  for (const form of new Set(peers.map((peer) => peer.form)))
    writeForm(form, size, `${WORK}/corpus/${size}/${form}`);
  const runs = new Map<Peer, Measured[]>();
  const failed = new Set<Peer>();
  for (let round = 1; round <= settings.rounds; round++) {
    for (const peer of peers) {
      if (failed.has(peer)) continue;
      const name = `${peer.id} ${peer.format} ${size}`;
      const output = `${WORK}/out/${peer.id.replace(/[^\w.-]+/g, '-')}-${peer.format}-${size}`;
      mkdirSync(`${WORK}/out`, { recursive: true });
      for (const path of [output, ...(peer.replaces?.(folder(peer)) ?? [])]) putAside(path);
      try {
        if (peer.prepare) execFileSync('bash', ['-c', peer.prepare(folder(peer), output)]);
        const run = measure(peer.command(folder(peer), output), output, settings.limit, COUNTED[peer.format]);
        runs.set(peer, [...(runs.get(peer) ?? []), run]);
        settings.say(`${name}, round ${round}: ${run.cpu} CPU s, ${run.wall} s, ${run.peak} MB`);
      } catch (error) {
        failed.add(peer);
        settings.say(`${name} failed: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  return [...runs].map(([peer, measured]) => ({
    format: peer.format,
    tool: peer.id,
    entries: size,
    ...least(measured),
  }));
}

function least(runs: readonly Measured[]): Measured {
  const of = (key: keyof Measured): number => Math.min(...runs.map((run) => run[key]));
  return { cpu: of('cpu'), wall: of('wall'), peak: of('peak'), bytes: of('bytes') };
}
