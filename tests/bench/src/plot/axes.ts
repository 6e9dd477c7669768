import { element } from './element.ts';
import type { Scale } from './scale.ts';

/** Two scales that cross at the lower left. */
export interface Axes {
  readonly entries: Scale;
  readonly seconds: Scale;
}

/** Lines at the powers of ten, with what they stand for. */
export function drawAxes({ entries, seconds }: Axes): string {
  const { length: width } = entries;
  const { length: height } = seconds;
  const across = seconds.ticks.flatMap((tick) => {
    const y = height - seconds.at(tick);
    return [
      element('path', { class: 'rule', d: `M0 ${y.toFixed(1)}H${width.toFixed(1)}` }),
      element('text', { class: 'quiet end', x: -8, y: y + 4 }, grouped(tick)),
    ];
  });
  const up = entries.ticks.flatMap((tick) => {
    const x = entries.at(tick);
    return [
      element('path', { class: 'rule', d: `M${x.toFixed(1)} 0V${height.toFixed(1)}` }),
      element('text', { class: 'quiet middle', x, y: height + 18 }, grouped(tick)),
    ];
  });
  return [...across, ...up].join('\n');
}

/** `10,000` */
export function grouped(value: number): string {
  return value.toLocaleString('en');
}
