import { chapterParts, type JsonValue, toText } from '@octavo/core';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { FAQ, KITCHEN_SINK, loadFixture } from './support/load-fixture.ts';
import type { Json } from './support/output.ts';

describe('structured data', () => {
  it('has one FAQPage for each live entry and each chapter part, with the visible words', async () => {
    const handbook = loadFixture(FAQ);
    const { structuredData } = await compile(handbook);
    const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
    const parts = handbook.chapters.flatMap(chapterParts);
    expect([...(structuredData?.keys() ?? [])].sort()).toEqual(
      [...entries.map((entry) => `entry/${entry.number}`), ...parts.map((part) => part.id)].sort(),
    );
    for (const entry of entries) {
      const block: Json = structuredData?.get(`entry/${entry.number}`);
      expect(block['@type']).toBe('FAQPage');
      expect(block.mainEntity).toHaveLength(1);
      expect(block.mainEntity[0].name).toBe(toText(entry.question));
      expect(block.mainEntity[0].acceptedAnswer.text).toBe(toText(entry.answer));
    }
    for (const part of parts) {
      const block: Json = structuredData?.get(part.id);
      expect(block.mainEntity.map((question: Json) => question['@id'])).toEqual(
        part.entries.map((entry) => `${handbook.iri}entry/${entry.number}`),
      );
    }
  });

  it('asks no withdrawn question, and keeps footnotes, tables and code in the text', async () => {
    const handbook = loadFixture(KITCHEN_SINK);
    const { structuredData } = await compile(handbook);
    expect(structuredData?.has('entry/20')).toBe(false);
    expect(JSON.stringify(structuredData?.get('stove'))).not.toContain('entry/20"');
    const text = (number: string): string => {
      const block: Json = structuredData?.get(`entry/${number}`);
      return block.mainEntity[0].acceptedAnswer.text;
    };
    expect(text('13')).toContain('The reaction is named after Louis-Camille Maillard');
    expect(text('15')).toContain('Celsius\tFahrenheit\tGas mark');
    expect(text('10')).toContain('for celsius in (140, 190):\n    fry(slices');
    expect(text('32')).toMatch(/[\u0600-\u06ff]/);
  });

  it('is plain data that any page can embed', async () => {
    const { structuredData } = await compile(loadFixture(KITCHEN_SINK));
    for (const [, block] of structuredData ?? []) {
      expect(JSON.parse(JSON.stringify(block)) as JsonValue).toEqual(block);
    }
  });
});
