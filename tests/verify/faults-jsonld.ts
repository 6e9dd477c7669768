import { inText } from './edit-text.ts';
import { type Fault, finding } from './fault.ts';

type Json = { [key: string]: unknown };
const edit =
  (path: string, how: (data: Json) => void): Fault['spoil'] =>
  (files) => {
    const data = JSON.parse(new TextDecoder().decode(files.get(path))) as Json;
    how(data);
    files.set(path, new TextEncoder().encode(JSON.stringify(data)));
  };
/** Another value under a key. */
const set = (path: string, key: string, value: unknown): Fault['spoil'] =>
  edit(path, (data) => {
    data[key] = value;
  });
const SNAPSHOT = 'parity.jsonld';
const nodeOf = (data: Json, number: string): Json => {
  const found = (data['@graph'] as Json[]).find(
    (node) => node['@id'] === `https://example.org/parity/entry/${number}`,
  );
  if (!found) throw new Error(`no node of ${number}`);
  return found;
};
const fault = (
  name: string,
  spoil: Fault['spoil'],
  finds: Fault['finds'],
  also: readonly string[] = [],
): Fault => ({
  name,
  format: 'jsonld',
  spoil,
  finds,
  also,
});

/** What can go wrong with the graph. */
export const JSONLD_FAULTS: readonly Fault[] = [
  fault(
    'an entry dropped from the snapshot',
    edit(SNAPSHOT, (data) => {
      data['@graph'] = (data['@graph'] as Json[]).filter((node) => node !== nodeOf(data, '2'));
    }),
    [finding('presence', '2'), finding('statements')],
  ),
  fault('an entry without its document', (files) => void files.delete('entry/2.jsonld'), [
    finding('file', '2'),
    finding('presence', '2'),
  ]),
  fault('a number off by one', set('entry/6.jsonld', 'position', '7'), [
    finding('number', '6'),
    finding('statements', '6'),
  ]),
  fault('another IRI', set('entry/6.jsonld', '@id', 'https://example.org/parity/entry/7'), [
    finding('presence', '6'),
    finding('presence', '7'),
  ]),
  fault(
    'a word lost in the text',
    inText('entry/6.jsonld', 'stops the release at once', 'stops the release'),
    [finding('answer', '6'), finding('statements', '6')],
  ),
  fault(
    'a word lost in the html',
    edit('entry/6.jsonld', (data) => {
      const answer = data.acceptedAnswer as Json;
      answer.html = String(answer.html).replace('at once', 'at');
    }),
    [finding('answer', '6')],
  ),
  fault(
    'two answers swapped in the snapshot',
    edit(SNAPSHOT, (data) => {
      const [five, six] = [nodeOf(data, '5'), nodeOf(data, '6A')];
      [five.acceptedAnswer, six.acceptedAnswer] = [six.acceptedAnswer, five.acceptedAnswer];
    }),
    [finding('answer', '5'), finding('answer', '6A')],
  ),
  fault(
    'entries in another order',
    edit(SNAPSHOT, (data) => {
      const graph = data['@graph'] as Json[];
      const [one, two] = [graph.indexOf(nodeOf(data, '1')), graph.indexOf(nodeOf(data, '2'))];
      [graph[one], graph[two]] = [graph[two] as Json, graph[one] as Json];
    }),
    [finding('order', '2')],
  ),
  fault(
    'a chapter in another order',
    edit('chapter/first.jsonld', (data) => void (data.hasPart as unknown[]).reverse()),
    [finding('order')],
  ),
  fault(
    'a chapter without an entry',
    edit(SNAPSHOT, (data) => {
      const chapter = (data['@graph'] as Json[]).find(
        (node) => node['@id'] === 'https://example.org/parity/chapter/first',
      );
      if (chapter) chapter.hasPart = (chapter.hasPart as string[]).slice(1);
    }),
    [finding('contents'), finding('statements')],
  ),
  fault(
    'an entry in another chapter',
    set('entry/6.jsonld', 'isPartOf', 'https://example.org/parity/chapter/first'),
    [finding('contents', '6')],
  ),
  fault(
    'a citation retargeted',
    edit('entry/6.jsonld', (data) => {
      (data.acceptedAnswer as Json).citation = [
        'https://example.org/parity/entry/1',
        'https://example.org/parity/entry/3',
      ];
    }),
    [finding('links', '6')],
  ),
  fault(
    'a link of the html retargeted',
    inText(
      'entry/6.jsonld',
      'href=\\"https://example.org/parity/entry/2',
      'href=\\"https://example.org/parity/entry/3',
    ),
    [finding('links', '6')],
  ),
  fault('a related question lost', set('entry/6.jsonld', 'related', []), [finding('related', '6')]),
  fault('another question', set('entry/6.jsonld', 'name', { en: 'When was it run?' }), [
    finding('question', '6'),
  ]),
  fault(
    'a table row lost',
    edit('entry/2.jsonld', (data) => {
      const answer = data.acceptedAnswer as Json;
      answer.html = String(answer.html).replace(/<tr><td>EPUB.*?<\/tr>/, '');
    }),
    [finding('tables', '2')],
  ),
  fault(
    'code changed',
    edit('entry/2.jsonld', (data) => {
      const answer = data.acceptedAnswer as Json;
      answer.html = String(answer.html).replace('return one', 'return  one');
    }),
    [finding('code', '2')],
  ),
  fault('an alternative text lost', inText('entry/3.jsonld', 'alt=\\"a small spoon\\"', 'alt=\\"\\"'), [
    finding('images', '3'),
  ]),
  fault('a language lost', inText('entry/3.jsonld', '<span lang=\\"de\\">', '<span>'), [
    finding('languages', '3'),
  ]),
  fault(
    'an answer in another language',
    edit('entry/6.jsonld', (data) => {
      const answer = data.acceptedAnswer as Json;
      answer.inLanguage = 'de';
    }),
    [finding('languages', '6')],
  ),
  fault(
    'a footnote lost',
    edit('entry/1.jsonld', (data) => {
      const answer = data.acceptedAnswer as Json;
      answer.html = String(answer.html).replace(/<section class="footnotes".*<\/section>/, '');
    }),
    [finding('notes', '1')],
  ),
  fault('a withdrawn entry that is a Question again', set('entry/4.jsonld', '@type', 'Question'), [
    finding('notice', '4'),
  ]),
  fault(
    'a withdrawn entry without its reason',
    edit('entry/4.jsonld', (data) => void delete data.summary),
    [finding('answer', '4')],
  ),
  fault('another replacement', set('entry/4.jsonld', 'isReplacedBy', 'https://example.org/parity/entry/1'), [
    finding('notice', '4'),
  ]),
  fault('another fingerprint', set('entry/6.jsonld', 'fingerprint', `1-${'0'.repeat(64)}`), [
    finding('metadata', '6'),
  ]),
  fault(
    'an old number that means another entry',
    set('entry/90.jsonld', 'isReplacedBy', 'https://example.org/parity/entry/2'),
    [finding('anchors', '1')],
  ),
  fault('an old number without a document', (files) => void files.delete('entry/90.jsonld'), [
    finding('anchors', '1'),
  ]),
  fault(
    'a statement lost in the N-Quads',
    (files) => {
      const lines = new TextDecoder().decode(files.get('parity.nq')).split('\n');
      files.set('parity.nq', new TextEncoder().encode(lines.slice(1).join('\n')));
    },
    [finding('statements')],
  ),
  fault(
    'a context that maps a term otherwise',
    inText('context/v1.jsonld', '"position": "schema:position"', '"position": "schema:identifier"'),
    [finding('number', '1'), finding('statements')],
    ['2', '3', '4', '5', '6', '6A'],
  ),
  fault('a document that is no JSON', inText('entry/2.jsonld', '{', '{{'), [finding('file', '2')]),
  fault('no context', (files) => void files.delete('context/v1.jsonld'), [finding('file')]),
];
