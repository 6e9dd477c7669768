import { mathToHast } from '@octavo/core/hast';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { fitFormula, widthOf } from '../src/xhtml/fit-formula.ts';
import { narrowTable } from '../src/xhtml/narrow-table.ts';

function table(heads: readonly string[], cells: readonly string[]): Element {
  return h('table', [
    h('thead', [
      h(
        'tr',
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ]),
    h('tbody', [
      h(
        'tr',
        cells.map((cell) => h('td', cell)),
      ),
    ]),
  ]);
}

describe('a table', () => {
  it('whose words have room stays as it is', () => {
    const small = table(['Country', 'Capital'], ['Germany', 'Berlin']);
    expect(narrowTable(small)).toBe(small);
  });

  it('whose words have none is stacked, each cell with its head, and stays a table', () => {
    const heads = ['Country', 'Capital', 'Population', 'Government', 'Currency'];
    const stacked = JSON.stringify(
      narrowTable(table(heads, ['Netherlands', 'Amsterdam', '17,900,000', 'Constitutional', 'Euro'])),
    );
    for (const head of heads) expect(stacked).toContain(`"dataHead":"${head}"`);
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'cell'])
      expect(stacked).toContain(`"role":"${role}"`);
    expect(stacked).toContain('["stack"]');
  });
});

describe('a displayed formula', () => {
  const rowsOf = (tex: string): number =>
    JSON.stringify(fitFormula(mathToHast(tex, true), true)).split('"mtr"').length - 1;
  const long = 'a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11} + a_{12}';

  it('that fits keeps its row', () => {
    expect(rowsOf('E = mc^2')).toBe(0);
  });

  it('that is wider than a page breaks before relations, then before sums, never within parentheses', () => {
    expect(rowsOf(`${long} = ${long}`)).toBeGreaterThan(1);
    expect(rowsOf(`x = ${long} + ${long}`)).toBeGreaterThan(1);
    expect(rowsOf(`(${long} + ${long})`)).toBe(0);
  });

  it('loses no sign by breaking', () => {
    const math = mathToHast(`${long} = ${long}`, true);
    const signs = (element: Element): string =>
      JSON.stringify(element)
        .match(/"value":"[^"]*"/g)
        ?.join('') ?? '';
    expect(signs(fitFormula(math, true))).toBe(signs(math));
    expect(widthOf(fitFormula(math, true))).toBeLessThan(widthOf(math));
  });
});
