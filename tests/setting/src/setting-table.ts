import type { Setting } from './measure-setting.ts';

const COLUMNS: readonly (readonly [string, (setting: Setting) => string])[] = [
  ['pages', ({ pages }) => `${pages}`],
  ['lines', ({ lines }) => `${lines}`],
  ['justified', ({ justified }) => `${justified}`],
  ['spaces > 0.40 em', ({ over40 }) => percent(over40)],
  ['> 0.45 em', ({ over45 }) => percent(over45)],
  [
    'narrowest, widest',
    ({ tightestSpace, worstSpace }) => `${tightestSpace.toFixed(2)}, ${worstSpace.toFixed(2)}`,
  ],
  ['hyphens', ({ hyphens }) => percent(hyphens)],
  ['in turn', ({ ladder }) => `${ladder}`],
  ['at a foot', ({ hyphensAtFoot }) => `${hyphensAtFoot}`],
  ['lines on the grid', ({ onGrid }) => percent(onGrid)],
  ['full pages over a line short', ({ fullPages, shortPages }) => `${shortPages} of ${fullPages}`],
  ['most lines short', ({ shortest }) => shortest.toFixed(1)],
  ['last pages of two lines', ({ loneLines }) => `${loneLines}`],
  ['widest "p. 7"', ({ references, widestReference }) => `${widestReference.toFixed(2)} of ${references}`],
];

/** A row for each book, in Markdown. */
export function settingTable(rows: readonly (readonly [string, Setting])[]): string {
  const lines = [
    ['book', ...COLUMNS.map(([name]) => name)],
    ['---', ...COLUMNS.map(() => '--:')],
    ...rows.map(([name, setting]) => [name, ...COLUMNS.map(([, show]) => show(setting))]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
