/** What lists of other scripts count with, in order; letters in brackets are left out by some. */
const ORDERS: readonly string[] = [
  'αβγδεζηθικλμνξοπρστυφχψω',
  'абвг(ґ)де(ёє)жзи(ії)(й)клмнопрстуфхцчшщ(ъыьэ)юя',
  'אבגדהוזחטיכלמנסעפצקרשת',
  'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  'कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह',
  'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ',
  'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
  '가나다라마바사아자차카타파하',
];
const HAN = '一二三四五六七八九';

interface Alphabet {
  /** Its first letter. */
  readonly name: string;
  /** The letters that nobody leaves out. */
  readonly letters: readonly string[];
  /** How many letters a letter is from the first, which is 1: one that may be left out stands between two. */
  readonly places: ReadonlyMap<string, number>;
}

const ALPHABETS: readonly Alphabet[] = ORDERS.map((order) => {
  const places = new Map<string, number>();
  const letters: string[] = [];
  let isLeftOut = false;
  let last = 0;
  for (const sign of order) {
    if (sign === '(' || sign === ')') isLeftOut = sign === '(';
    else {
      last = isLeftOut ? last + 0.1 : letters.length + 1;
      if (!isLeftOut) letters.push(sign);
      places.set(sign, last);
    }
  }
  return { name: letters[0] ?? '', letters, places };
});

/** Matches a label of another script, without its signs: a small or capital letter, or a number in Han signs. */
export const OTHER_LABEL: string = `[${ALPHABETS.flatMap(({ places }) => [...places.keys()]).join('')}]ـ?|[${HAN}]?十[${HAN}]?|[${HAN}]`;

/** How a small letter of another script, or a number in Han signs, counts; undefined for anything else. */
export function otherPlace(label: string): { readonly name: string; readonly count: number } | undefined {
  const letter = label.replace('ـ', '');
  const alphabet = ALPHABETS.find(({ places }) => places.has(letter));
  const count = alphabet?.places.get(letter);
  if (alphabet && count !== undefined) return { name: alphabet.name, count };
  const han = hanNumber(label);
  return han === undefined ? undefined : { name: '一', count: han };
}

/** A number below 100 in Han signs: 三, 十, 二十一. */
function hanNumber(label: string): number | undefined {
  const [tens, ones = 0, ...more] = label
    .split('十')
    .map((sign) => (sign === '' ? 0 : HAN.indexOf(sign) + 1 || undefined));
  if (tens === undefined || ones === undefined || more.length > 0) return undefined;
  const value = label.includes('十') ? (tens || 1) * 10 + ones : tens;
  return value > 0 ? value : undefined;
}

/** The letter of another script at a place, or a number in Han signs; undefined where `name` is none of them. */
export function otherLetter(name: string, count: number): string | undefined {
  const whole = Math.floor(count);
  if (name !== '一') return ALPHABETS.find((one) => one.name === name)?.letters[whole - 1];
  const [tens, ones] = [Math.floor(whole / 10), whole % 10];
  return `${tens > 1 ? HAN[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN[ones - 1] : ''}`;
}
