import { compareLines } from '@octavo/core/compare-words';

export { compareLines };

/*
 * The switch on the page of an entry's history: it marks in place, in the words of one edition, what was inserted
 * and deleted since another. Which two are compared stands in the address, as `#2026.1..2026.2`.
 */

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const LEFT_TO_RIGHT = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])\p{L}/u;
const place = document.querySelector('.switch');
const texts = place ? toldTexts() : [];
if (texts.length > 1) start();

/** The editions of which the page has the words. */
function toldTexts() {
  return [...document.querySelectorAll('section.told')]
    .filter((section) => section.querySelector('p > strong'))
    .map((section) => {
      const paragraphs = [...section.querySelectorAll('p')];
      const [question = '', ...answer] = paragraphs.map((paragraph) => paragraph.textContent);
      return { section, paragraphs, id: section.id, question, answer: answer.join('\n') };
    });
}

function start() {
  const label = place.dataset;
  const from = select(0);
  const to = select(texts.length - 1);
  const compare = make('button', [label.compare]);
  const all = make('a', [label.all]);
  const status = make('p');
  compare.type = 'button';
  all.href = '#_main';
  status.setAttribute('role', 'status');
  place.setAttribute('role', 'group');
  place.setAttribute('aria-label', label.compare);
  place.append(make('label', [`${label.from} `, from]), make('label', [`${label.to} `, to]), compare, all);
  place.after(status);

  const choose = () => {
    const hash = `#${[from, to].map(({ value }) => encodeURIComponent(value)).join('..')}`;
    if (location.hash === hash) show();
    else location.hash = hash;
  };
  compare.addEventListener('click', choose);
  for (const one of [from, to])
    one.addEventListener('change', () => {
      if (!all.hidden) choose();
    });
  window.addEventListener('hashchange', show);
  show();

  /** Shows what the address says: two editions compared, or all of them. */
  function show() {
    const pair = chosen();
    const wasCompared = !all.hidden && document.querySelector('.compared');
    for (const section of document.querySelectorAll('section.told, main > .switch ~ p:not([role])'))
      section.hidden = pair !== undefined && section !== pair[1].section;
    for (const compared of document.querySelectorAll('.compared')) compared.remove();
    for (const { paragraphs } of texts) for (const one of paragraphs) one.hidden = false;
    all.hidden = !pair;
    status.textContent = '';
    if (!pair) {
      const target = wasCompared && document.getElementById(readable(location.hash.slice(1)));
      if (target) target.scrollIntoView();
      return;
    }
    const [before, after] = pair;
    [from.value, to.value] = [before.id, after.id];
    const lines = [
      ...compareLines(before.question, after.question).map((line) =>
        make('p', [make('strong', marked(line))]),
      ),
      ...compareLines(before.answer, after.answer).map((line) => paragraph(line)),
    ];
    for (const one of after.paragraphs) one.hidden = true;
    const compared = make('div', lines);
    compared.className = 'compared';
    after.section.querySelector('h2').after(compared);
    const count = (name) => compared.querySelectorAll(name).length;
    const [inserted, deleted] = [count('ins'), count('del')];
    const counts = `${label.inserted}: ${inserted}, ${label.deleted}: ${deleted}`;
    status.textContent = `${nameOf(before)} → ${nameOf(after)}. ${inserted + deleted > 0 ? counts : label.same}`;
  }

  /** A line as the page has it: of letters that run against the book's direction, in theirs. */
  function paragraph(line) {
    const own = make('p', marked(line));
    const text = line.map((segment) => segment.text).join('');
    const isRtl = RIGHT_TO_LEFT.test(text);
    const isAlone = isRtl !== LEFT_TO_RIGHT.test(text);
    if (isAlone && isRtl !== (document.documentElement.dir === 'rtl')) own.dir = isRtl ? 'rtl' : 'ltr';
    return own;
  }

  function marked(line) {
    return line.map(({ kind, text }) => {
      if (kind === 'same') return text;
      const edit = make(kind === 'inserted' ? 'ins' : 'del', [
        unseen(`[${kind === 'inserted' ? label.inserted : label.deleted}: `),
        text,
        unseen(']'),
      ]);
      edit.className = 'edit';
      return edit;
    });
  }
}

/** The two editions that the address names. */
function chosen() {
  const name = readable(location.hash.slice(1));
  for (const before of texts)
    for (const after of texts) if (`${before.id}..${after.id}` === name) return [before, after];
  return undefined;
}

function readable(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function nameOf({ section }) {
  return section.dataset.edition;
}

function select(at) {
  const box = make(
    'select',
    texts.map((text) => {
      const option = make('option', [
        `${nameOf(text)}, ${text.section.querySelector('h2 time')?.textContent ?? ''}`,
      ]);
      option.value = text.id;
      return option;
    }),
  );
  box.selectedIndex = at;
  return box;
}

function unseen(words) {
  const span = make('span', [words]);
  span.className = 'unseen';
  return span;
}

function make(name, content = []) {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}
