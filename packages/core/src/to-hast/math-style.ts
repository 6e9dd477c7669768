import type { Properties } from 'hast';

/** Classes of Temml's that the style sheets of HTML and EPUB have a rule for; others only move a glyph. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'tml-left tml-center tml-right tml-jot tml-small tml-fbox tml-overline tml-underline tml-cancel tml-xcancel upstrike downstrike sout ' +
    'longdiv-top longdiv-arc phasor-bottom phasor-angle actuarial circle-pad textcircle ' +
    'tml-tilde-2 tml-tilde-3 tml-tilde-4 tml-hat-1 tml-hat-2 tml-hat-3 tml-hat-4'
  ).split(' '),
);

/** The space beside a cell that the style sheets know, in tenths of an em: `tml-pl-5` is half an em. */
const ROOM = [0, 2, 4, 5, 10, 20];

const RULES = [
  { style: 'dashed', name: 'dash' },
  { style: 'double', name: 'double' },
];
const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** Every class that a formula may carry: the style sheets of HTML and EPUB have a rule for each. */
export const MATH_CLASSES: readonly string[] = [
  ...KEPT,
  ...SIDES.flatMap((side) => [`tml-rule-${side}`, `tml-dash-${side}`, `tml-double-${side}`]),
  ...ROOM.flatMap((room) => [`tml-pl-${room}`, `tml-pr-${room}`]),
  'tml-wide',
  'tml-glue',
  'tml-bold',
  'tml-mirror',
];

/**
 * Returns the properties of one of Temml's elements without `style`, which a site's content security policy
 * refuses and MathML's schema does not define: colors become attributes, and the rest classes.
 */
export function styled({ style, className, id: _, href: __, ...properties }: Properties): Properties {
  const classes = (Array.isArray(className) ? className.map(String) : []).filter((name) => KEPT.has(name));
  const colors: Properties = {};
  for (const declaration of String(style ?? '').split(';')) {
    const [name = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
    if (name === 'color' && value !== 'undefined') colors.mathcolor = value;
    else classes.push(...classesOf(name, value));
  }
  const all = [...new Set(classes)];
  return { ...properties, ...colors, ...(all.length > 0 ? { className: all } : {}) };
}

function classesOf(name: string, value: string): readonly string[] {
  const side = SIDES.find((one) => name === `border-${one}`);
  if (side) return [`tml-${RULES.find((rule) => value.includes(rule.style))?.name ?? 'rule'}-${side}`];
  if (name === 'border') return ['tml-fbox'];
  if (name === 'padding-left' || name === 'padding-right') {
    const tenths = Number.parseFloat(value) * (value.endsWith('pt') ? 10 / 11.955 : 10);
    const nearest = ROOM.reduce((best, room) =>
      Math.abs(room - tenths) < Math.abs(best - tenths) ? room : best,
    );
    return [`tml-p${name.charAt('padding-'.length)}-${nearest}`];
  }
  if (name === 'font-weight' && value === 'bold') return ['tml-bold'];
  if (name === 'transform') return ['tml-mirror'];
  if (name === 'width' && value === '100%') return ['tml-wide'];
  return name === 'width' && value.endsWith('%') ? ['tml-glue'] : [];
}
