export { changeHtml } from './history/change-html.ts';
export { changeList } from './history/change-list.ts';
export { changeMarkdown, escapeMarkdown } from './history/change-markdown.ts';
export { type Earlier, earlierHandbook } from './history/earlier-handbook.ts';
export {
  changesSince,
  type History,
  historyAsOf,
  historyOf,
  readHistory,
  releasesBefore,
} from './history/history.ts';
export { readLedger } from './history/read-ledger.ts';
export type { KeptWords } from './history/read-words.ts';
export { releasedEdition } from './history/released-edition.ts';
export { type TextHead, type TextLine, textFile, wordsKey } from './history/text-file.ts';
export { recordedHistory, withHistory } from './history/with-history.ts';
export { withoutLeft } from './history/without-left.ts';
