import { escapeMarkup } from '@octavo/core';
import { attribute, type XmlTag, xmlTags } from './xml-tags.ts';

/** An element of Office MathML (ISO/IEC 29500-1, 22.1). */
interface Omml {
  readonly name: string;
  readonly value: string;
  readonly children: Omml[];
  text: string;
}

const MAX_DEPTH = 150;

/** Spacing accents for the combining ones that Word writes. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': '´',
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '¯',
  '\u0305': '¯',
  '\u0306': '˘',
  '\u0307': '˙',
  '\u0308': '¨',
  '\u030C': 'ˇ',
  '\u20D7': '→',
};

/** The content of an `m:oMath` element as MathML. Throws a `RangeError` for one that is nested too deep. */
export function wordMath(xml: string): string {
  const root: Omml = { name: '', value: '', children: [], text: '' };
  const open = [root];
  let last: XmlTag | undefined;
  for (const tag of xmlTags(xml)) {
    const [top] = open.slice(-1);
    if (top?.name === 'm:t' && last) top.text += plainText(xml.slice(last.to, tag.from));
    last = tag;
    if (tag.begins) {
      const { name, attributes } = tag;
      const node: Omml = { name, value: plainText(attribute(attributes, 'm:val')), children: [], text: '' };
      top?.children.push(node);
      if (!tag.ends) open.push(node);
      if (open.length > MAX_DEPTH) throw new RangeError('a formula is nested too deep');
    } else if (open.length > 1) open.pop();
  }
  return `<math>${rowOf(root)}</math>`;
}

/** Text of XML without its five entities and numbers. */
export function plainText(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) =>
      name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : name === 'apos' ? "'" : '&',
    );
}

function row(...pieces: readonly string[]): string {
  return `<mrow>${pieces.join('')}</mrow>`;
}

function rowOf(node: Omml | undefined): string {
  return row(...(node?.children ?? []).map(mathOf));
}

function operator(text: string): string {
  return text === '' ? '' : `<mo>${escapeMarkup(text)}</mo>`;
}

/** The MathML of one element; properties have none. */
function mathOf(node: Omml): string {
  const child = (name: string) => node.children.find((one) => one.name === `m:${name}`);
  const part = (name: string) => rowOf(child(name));
  const set = (name: string) =>
    node.children.find((one) => /Pr$/.test(one.name))?.children.find((one) => one.name === `m:${name}`);
  const isOn = (name: string) => set(name) !== undefined && !/^(?:0|off|false)$/.test(set(name)?.value ?? '');
  const character = (name: string, other: string) => set(name)?.value ?? other;
  switch (node.name) {
    case 'm:r':
      return runOf(node, set('nor') !== undefined, set('sty')?.value === 'p');
    case 'm:f':
      if (/^(?:lin|skw)$/.test(set('type')?.value ?? '')) return row(part('num'), operator('/'), part('den'));
      return `<mfrac${set('type')?.value === 'noBar' ? ' linethickness="0"' : ''}>${part('num')}${part('den')}</mfrac>`;
    case 'm:rad':
      return isOn('degHide') || !child('deg')?.children.length
        ? `<msqrt>${part('e')}</msqrt>`
        : `<mroot>${part('e')}${part('deg')}</mroot>`;
    case 'm:sSup':
      return `<msup>${part('e')}${part('sup')}</msup>`;
    case 'm:sSub':
      return `<msub>${part('e')}${part('sub')}</msub>`;
    case 'm:sSubSup':
      return `<msubsup>${part('e')}${part('sub')}${part('sup')}</msubsup>`;
    case 'm:sPre':
      return row(`<msubsup><mrow></mrow>${part('sub')}${part('sup')}</msubsup>`, part('e'));
    case 'm:nary':
      return row(
        limits(
          operator(character('chr', '∫')),
          isOn('subHide') ? '' : part('sub'),
          isOn('supHide') ? '' : part('sup'),
          set('limLoc')?.value === 'undOvr',
        ),
        part('e'),
      );
    case 'm:limLow':
      return `<munder>${part('e')}${part('lim')}</munder>`;
    case 'm:limUpp':
      return `<mover>${part('e')}${part('lim')}</mover>`;
    case 'm:acc': {
      const accent = character('chr', '\u0302');
      return `<mover>${part('e')}${operator(ACCENTS[accent] ?? accent)}</mover>`;
    }
    case 'm:bar':
      return set('pos')?.value === 'top'
        ? `<mover>${part('e')}${operator('¯')}</mover>`
        : `<munder>${part('e')}${operator('_')}</munder>`;
    case 'm:groupChr':
      return set('pos')?.value === 'top'
        ? `<mover>${part('e')}${operator(character('chr', '⏞'))}</mover>`
        : `<munder>${part('e')}${operator(character('chr', '⏟'))}</munder>`;
    case 'm:d': {
      const parts = node.children.filter(({ name }) => name === 'm:e').map(rowOf);
      const inside = parts.flatMap((one, at) =>
        at === 0 ? [one] : [operator(character('sepChr', '|')), one],
      );
      return row(operator(character('begChr', '(')), ...inside, operator(character('endChr', ')')));
    }
    case 'm:m':
    case 'm:eqArr':
      return `<mtable>${node.children.map(tableRowOf).join('')}</mtable>`;
    case 'm:phant':
    case 'w:del':
      return '';
    default:
      return /Pr$/.test(node.name) ? '' : rowOf(node);
  }
}

function tableRowOf(node: Omml): string {
  if (node.name === 'm:e') return `<mtr><mtd>${rowOf(node)}</mtd></mtr>`;
  if (node.name !== 'm:mr') return '';
  const cells = node.children.filter(({ name }) => name === 'm:e').map((cell) => `<mtd>${rowOf(cell)}</mtd>`);
  return `<mtr>${cells.join('')}</mtr>`;
}

function limits(sign: string, sub: string, sup: string, isStacked: boolean): string {
  const [below, above, both] = isStacked ? ['munder', 'mover', 'munderover'] : ['msub', 'msup', 'msubsup'];
  if (sub !== '' && sup !== '') return `<${both}>${sign}${sub}${sup}</${both}>`;
  if (sub !== '') return `<${below}>${sign}${sub}</${below}>`;
  return sup === '' ? sign : `<${above}>${sign}${sup}</${above}>`;
}

/** The letters, digits and signs of a run; upright letters that stand together are a name, such as "sin". */
function runOf(run: Omml, isText: boolean, isUpright: boolean): string {
  const text = run.children.map((one) => (one.name === 'm:t' ? one.text : '')).join('');
  if (isText) return `<mtext>${escapeMarkup(text)}</mtext>`;
  const pieces = text.match(isUpright ? /\d+(?:[.,]\d+)*|\p{L}+|\S/gu : /\d+(?:[.,]\d+)*|\p{L}|\S/gu) ?? [];
  return pieces
    .map((piece) =>
      /^\d/.test(piece)
        ? `<mn>${piece}</mn>`
        : /^\p{L}/u.test(piece)
          ? `<mi>${piece}</mi>`
          : piece === '&'
            ? ''
            : operator(piece),
    )
    .join('');
}
