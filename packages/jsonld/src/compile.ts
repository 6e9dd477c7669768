import type { Handbook } from '@octavo/core';
import { checkClauses, checkLedger, checkPromises } from '@octavo/core/ledger';
import type { JsonldCompiled, JsonldOptions } from './compile-options.ts';
import { aliasDocuments } from './documents/alias-documents.ts';
import { contextFiles } from './documents/context-files.ts';
import { historyDocuments } from './documents/history-documents.ts';
import { resourceDocuments } from './documents/resource-documents.ts';
import { snapshot } from './documents/snapshot.ts';
import { vocabulary } from './documents/vocabulary.ts';
import { volumeDocuments } from './documents/volume-documents.ts';
import { tombstones } from './documents/withdrawn-documents.ts';
import { faqPages } from './faq-page.ts';
import { feed } from './feed/feed.ts';
import { irisOf } from './iris.ts';
import { releaseDocument, releaseFile } from './release-document.ts';
import { entryTexts } from './resources/entry-texts.ts';
import { stateOf } from './state.ts';

/**
 * Compiles a handbook into JSON-LD 1.1: its context, a document for every thing, the snapshot (also as
 * N-Quads), the feed, the release's description and the FAQPage blocks for the HTML pages. Reports errors and
 * returns no files when the ledger is damaged, belongs to another handbook, or holds a promise that the
 * source breaks.
 */
export async function compile(handbook: Handbook, options: JsonldOptions = {}): Promise<JsonldCompiled> {
  const { ledger = [], notices = [] } = options;
  const refusals = [
    ...checkLedger(handbook, ledger),
    ...checkPromises(handbook, ledger),
    ...checkClauses(handbook, ledger),
  ];
  if (refusals.length > 0) return { files: [], messages: refusals };
  const iris = irisOf(handbook);
  const texts = await entryTexts(handbook, options.cache);
  const state = stateOf(handbook, ledger, texts);
  const whole = snapshot(handbook.id, state, iris);
  const changes = feed(handbook, state, { ledger, notices });
  const aliases = aliasDocuments(handbook);
  const dumps = whole.map(releaseFile);
  const past = { stateHash: state.hash, ledger, notices };
  const ownRelease = { ...past, stage: 'preview', files: [...dumps, ...(options.siblings ?? [])] } as const;
  const release = releaseDocument(handbook, ownRelease);
  const quads = dumps.filter(({ path }) => path.endsWith('.nq'));
  return {
    files: [
      ...contextFiles(),
      ...vocabulary(handbook),
      ...resourceDocuments(state.resources, iris),
      ...volumeDocuments(handbook, state.resources, iris),
      ...tombstones(handbook, state.revisions.at),
      ...historyDocuments(handbook),
      ...aliases.files,
      ...whole,
      ...changes.files,
      {
        ...release,
        afterwards: ({ downloads, ...facts }) => {
          const files = [...downloads, ...quads];
          return releaseDocument(handbook, { ...facts, ...past, files }).content as Uint8Array;
        },
      },
    ],
    messages: [...aliases.messages, ...changes.messages],
    structuredData: faqPages(handbook, texts),
    stateHash: state.hash,
    ...(changes.record ? { record: changes.record } : {}),
  };
}
