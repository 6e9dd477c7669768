import { BENCH_FORMATS, type BenchFormat } from './peers/peer.ts';
import type { Row } from './row.ts';

/** What one tool took for one format, from the fewest entries to the most. */
export interface Series {
  readonly format: BenchFormat;
  readonly tool: string;
  readonly points: readonly Row[];
}

/** Rows by format, and by tool in the order tools first come in. */
export function seriesOf(rows: readonly Row[]): readonly Series[] {
  return BENCH_FORMATS.flatMap((format) => {
    const own = rows.filter((row) => row.format === format);
    const tools = [...new Set(own.map((row) => row.tool))];
    return tools.map((tool) => ({
      format,
      tool,
      points: own.filter((row) => row.tool === tool).sort((a, b) => a.entries - b.entries),
    }));
  });
}
