import { describe, expect, it } from 'vitest';
import { staticModule } from '../src/static-file.ts';

interface Engine {
  readonly add: (item: unknown) => void;
  readonly search: (query: string) => readonly { readonly item: { readonly numbers: readonly string[] } }[];
}

const { create } = staticModule('engine.cjs') as {
  readonly create: (language: unknown, cited?: readonly string[]) => Engine;
};

function searchIn(numbers: readonly string[]): (query: string) => string | undefined {
  const engine = create({}, ['Rule', 'entry']);
  for (const number of numbers)
    engine.add({ title: 'When are days counted?', text: 'In 14 days, or by rule 4b.', numbers: [number] });
  return (query) => engine.search(query)[0]?.item.numbers[0];
}

describe('a number of the grammar of the book is found however it is typed', () => {
  const rulebook = searchIn(['UG-3.1.6', 'UG-3.1.6A', 'UG-3.1.60', 'AU-1']);
  it.each(['UG-3.1.6A', 'ug-3.1.6a', 'ug 3.1.6a', 'UG3.1.6A', 'rule ug 3.1.6a', 'what does UG-3.1.6A mean'])(
    '%s',
    (query) => {
      expect(rulebook(query)).toBe('UG-3.1.6A');
    },
  );
  it('while it is being typed', () => {
    expect(rulebook('ug 3.1.60')).toBe('UG-3.1.60');
    expect(rulebook('ug 3.1')).toBe('UG-3.1.6');
  });

  const statute = searchIn(['§ 1', '§ 14', '§ 14a', '§ 14aa', '§ 140']);
  it.each(['14a', '§14a', '§ 14a', '§14A', ' § 14a ', 'was sagt § 14a dazu'])('%s', (query) => {
    expect(statute(query)).toBe('§ 14a');
  });

  const regulation = searchIn(['A)', 'A1)', 'A1a)', 'A1a1)', '4b)', '4b1)']);
  it.each(['A1a1)', 'a1a1', 'A1a1', '(A1a1)', 'rule a1a1)'])('%s', (query) => {
    expect(regulation(query)).toBe('A1a1)');
  });

  const others = searchIn(['Annex A', 'Q12', '12-3', '123', 'IV.2', '0', '001']);
  it.each([
    ['annex a', 'Annex A'],
    ['q12', 'Q12'],
    ['12-3', '12-3'],
    ['12 3', '12-3'],
    ['123', '123'],
    ['iv.2', 'IV.2'],
    ['0', '0'],
    ['001', '001'],
  ])('%s is %s', (query, number) => {
    expect(others(query)).toBe(number);
  });
});
