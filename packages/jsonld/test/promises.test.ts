import { createHash } from 'node:crypto';
import { bookAddress, bookPath } from '@octavo/core';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { staticFile } from '../src/static-file.ts';
import { FAQ, KITCHEN_SINK, loadFixture } from './support/load-fixture.ts';
import { outputOf } from './support/output.ts';
import { processor } from './support/processor.ts';

const bytes = async (handbook: ReturnType<typeof loadFixture>): Promise<Map<string, string>> => {
  const { files } = await compile(handbook);
  return new Map(files.map((file) => [file.path, Buffer.from(file.content as Uint8Array).toString('utf8')]));
};

describe('promises', () => {
  it('never changes a published context', () => {
    const hash = createHash('sha256').update(staticFile('context-v1.jsonld')).digest('hex');
    expect(hash).toBe('bf0a639db91ad03dec48e875b93f35f899c394b51545adb75c797258d3df5ec0');
  });

  it('makes the same bytes twice, whatever the clock and the time zone', async () => {
    const handbook = loadFixture(KITCHEN_SINK);
    const first = await bytes(handbook);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    try {
      expect(await bytes(handbook)).toEqual(first);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('has unique paths, also when the handbook is called as one of its documents', async () => {
    const faq = loadFixture(FAQ);
    for (const id of ['coremodels-faq', 'handbook', 'topics', 'glossary', 'release']) {
      const { files } = await compile({ ...faq, id });
      const paths = files.map((file) => file.path.toLowerCase());
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  it('does not see the form of the source: wrapped lines, loose lists, names of footnotes', async () => {
    const plain = loadFixture(KITCHEN_SINK);
    const reformatted = loadFixture(KITCHEN_SINK, {
      edit: (path, text) => {
        if (path.endsWith('/19-resting-meat.md')) return text.replace('uncovered, for', 'uncovered,\nfor');
        if (path.includes('/13-')) return text.replaceAll('[^liebig]', '[^renamed]');
        if (path.endsWith('/handbook.yaml')) return `# A comment\n${text}`;
        return text;
      },
    });
    expect(await bytes(reformatted)).toEqual(await bytes(plain));
  });

  it('has every number with its question and every cross-link', async () => {
    const handbook = loadFixture(KITCHEN_SINK);
    const output = outputOf((await compile(handbook)).files);
    for (const entry of handbook.chapters.flatMap((chapter) => chapter.entries)) {
      const document = output.json(`entry/${entry.number}.jsonld`);
      expect(document.position).toBe(entry.number);
      expect(document.name['en-gb']).not.toBe('');
    }
    expect(output.json('entry/14.jsonld').acceptedAnswer.citation).toContain(`${handbook.iri}entry/19`);
    expect(output.json('entry/gas-marks.jsonld')).toMatchObject({
      '@type': 'Tombstone',
      isReplacedBy: `${handbook.iri}entry/15`,
    });
    expect(output.json('entry/900.jsonld').isReplacedBy).toBe(`${handbook.iri}entry/1`);
  });

  it('writes no file outside its folders for a strange old name, and says so', async () => {
    const faq = loadFixture(FAQ);
    const strange = ['../../etc/passwd', 'a/b', '.hidden', '601', 'Größe', 'grösse', 'GRÖSSE', 'a"b<c>'];
    const redirects = strange.map((from) => ({ from, to: '601' }));
    const chapters = faq.chapters.map((chapter, index) =>
      index > 0
        ? chapter
        : {
            ...chapter,
            entries: chapter.entries.map((entry, place) =>
              place > 0 ? entry : { ...entry, aliases: strange },
            ),
          },
    );
    const { files, messages } = await compile({ ...faq, chapters, redirects });
    const added = files.map((file) => file.path).filter((path) => /^entry\/(?!\d)/.test(path));
    expect(added).toEqual(['entry/Größe.jsonld', 'entry/grösse.jsonld']);
    expect(messages.map((message) => [message.ruleId, message.fatal, message.file])).toEqual(
      Array.from({ length: 6 }, () => [
        'alias-has-document',
        false,
        faq.chapters[0]?.entries[0]?.source.path,
      ]),
    );
    const output = outputOf(files);
    for (const iri of output.json('entry/601.jsonld').sameAs) expect(iri).toMatch(/^[A-Za-z0-9:/._%-]+$/);
    const lines = await processor(`${faq.iri}context/v1.jsonld`, output.text('context/v1.jsonld')).canonize(
      output.json(bookPath(faq, `${faq.id}.jsonld`)),
    );
    expect(
      output
        .text(bookPath(faq, `${faq.id}.nq`))
        .split('\n')
        .slice(0, -1),
    ).toEqual(lines);
  });

  it('describes the release with the files beside it', async () => {
    const handbook = loadFixture(FAQ);
    const pdf = {
      format: 'pdf',
      title: 'PDF',
      path: bookPath(handbook, 'coremodels-faq.pdf'),
      mediaType: 'application/pdf',
      bytes: 4711,
      sha256: 'c'.repeat(64),
    };
    const output = outputOf((await compile(handbook, { siblings: [pdf] })).files);
    const release = output.json(bookPath(handbook, 'release.jsonld'));
    expect(release).toMatchObject({
      '@id': `${bookAddress(handbook)}release/2026.1`,
      stage: 'preview',
      issued: '2026-11-22T00:00:00Z',
    });
    const [, nq, book] = release.distribution;
    expect(nq.checksum.checksumValue).toBe(release.stateHash);
    expect(nq.byteSize).toBe(Buffer.byteLength(output.text(bookPath(handbook, 'coremodels-faq.nq'))));
    expect(book).toMatchObject({ downloadURL: `${bookAddress(handbook)}coremodels-faq.pdf`, byteSize: 4711 });
  });
});
