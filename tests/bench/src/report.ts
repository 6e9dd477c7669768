import type { Row } from './rounds.ts';

/** A Markdown table; `ratio` is CPU to the first peer's of the same format and size. */
export function report(rows: readonly Row[]): string {
  const head = ['format', 'entries', 'tool', 'CPU s', 'ratio', 'wall s', 'peak MB', 'kB'];
  const lines = rows.map(({ peer, size, least }) => {
    const first = rows.find((row) => row.peer.format === peer.format && row.size === size);
    return [
      peer.format,
      size,
      peer.id,
      least.cpu.toFixed(2),
      (least.cpu / (first?.least.cpu ?? least.cpu)).toFixed(2),
      least.wall.toFixed(2),
      least.peak,
      Math.round(least.bytes / 1000),
    ];
  });
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
