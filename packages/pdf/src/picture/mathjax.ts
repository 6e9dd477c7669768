import type { MmlNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js';
import { type MathPart, markParts } from './math-part.ts';

/** This is a formula to set: its TeX, and its MathML for commands that MathJax does not know. */
export interface FormulaSource {
  readonly tex: string;
  readonly mathml: () => string;
  readonly display: boolean;
  /** This is the width of the column in ems. A `multline` fills it. */
  readonly width: number;
  /** Says whether the formula's MathML is wanted too, with the shapes of its letters marked. */
  readonly parts: boolean;
}

/** This is a formula as SVG markup, with the numbers beside its rows. */
export interface Converted {
  readonly formula: string;
  /** The markup of each number is kept by the row of the outermost table that it belongs to. */
  readonly tags: ReadonlyMap<number, string>;
  readonly math?: MathPart;
}

/** Sets a formula. Throws an error when neither its TeX nor its MathML can be read. */
export type Convert = (source: FormulaSource) => Converted;

const TEX_PACKAGES = {
  base: () => import('@mathjax/src/js/input/tex/base/BaseConfiguration.js'),
  ams: () => import('@mathjax/src/js/input/tex/ams/AmsConfiguration.js'),
  amscd: () => import('@mathjax/src/js/input/tex/amscd/AmsCdConfiguration.js'),
  boldsymbol: () => import('@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js'),
  braket: () => import('@mathjax/src/js/input/tex/braket/BraketConfiguration.js'),
  cancel: () => import('@mathjax/src/js/input/tex/cancel/CancelConfiguration.js'),
  cases: () => import('@mathjax/src/js/input/tex/cases/CasesConfiguration.js'),
  centernot: () => import('@mathjax/src/js/input/tex/centernot/CenternotConfiguration.js'),
  color: () => import('@mathjax/src/js/input/tex/color/ColorConfiguration.js'),
  enclose: () => import('@mathjax/src/js/input/tex/enclose/EncloseConfiguration.js'),
  extpfeil: () => import('@mathjax/src/js/input/tex/extpfeil/ExtpfeilConfiguration.js'),
  gensymb: () => import('@mathjax/src/js/input/tex/gensymb/GensymbConfiguration.js'),
  mathtools: () => import('@mathjax/src/js/input/tex/mathtools/MathtoolsConfiguration.js'),
  mhchem: () => import('@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js'),
  newcommand: () => import('@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js'),
  textmacros: () => import('@mathjax/src/js/input/tex/textmacros/TextMacrosConfiguration.js'),
  unicode: () => import('@mathjax/src/js/input/tex/unicode/UnicodeConfiguration.js'),
  upgreek: () => import('@mathjax/src/js/input/tex/upgreek/UpgreekConfiguration.js'),
};

/** Loads MathJax with all packages, and returns what sets formulas with it. */
export async function startMathJax(): Promise<Convert> {
  const { mathjax } = await import('@mathjax/src/js/mathjax.js');
  const { TeX } = await import('@mathjax/src/js/input/tex.js');
  const { MathML } = await import('@mathjax/src/js/input/mathml.js');
  const { SVG } = await import('@mathjax/src/js/output/svg.js');
  const { STATE } = await import('@mathjax/src/js/core/MathItem.js');
  const { liteAdaptor } = await import('@mathjax/src/js/adaptors/liteAdaptor.js');
  const { RegisterHTMLHandler } = await import('@mathjax/src/js/handlers/html.js');
  const { MathJaxTexFont } = await import('@mathjax/mathjax-tex-font/js/svg.js');
  for (const load of Object.values(TEX_PACKAGES)) await load();
  // A formula is one drawing, so MathJax must not break it into lines.
  const output = new SVG({ fontCache: 'none', fontData: MathJaxTexFont, linebreaks: { inline: false } });
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  return ({ tex, mathml, display, width, parts }) => {
    // Each formula gets a document of its own, so that a \label or \newcommand cannot reach another formula.
    const open = (InputJax: unknown) => mathjax.document('', { InputJax, OutputJax: output });
    const settings = { display, em: 10, ex: 5, containerWidth: width * 10 };
    const read = (document: ReturnType<typeof open>, source: string): MmlNode =>
      document.convert(source, { ...settings, end: STATE.CONVERT }) as MmlNode;
    let document = open(
      new TeX({
        packages: Object.keys(TEX_PACKAGES),
        formatError: (_: unknown, error: Error) => fail(error),
      }),
    );
    let root: MmlNode;
    try {
      root = read(document, tex);
    } catch {
      document = open(new MathML());
      root = read(document, mathml());
    }
    for (const table of find(root, 'mtable')) fixWidth(table, width);
    const math = parts ? markParts(root) : undefined;
    const labels = takeLabels(root);
    const draw = (math: MmlNode): string => {
      const item = new document.options.MathItem(tex, document.inputJax[0], display);
      item.setMetrics(10, 5, width * 10, Number.POSITIVE_INFINITY, 1);
      item.root = math;
      item.typeset(document);
      return adaptor.outerHTML(item.typesetRoot);
    };
    const tags = [...labels].map(([row, label]) => {
      const math = root.factory.create('math') as MmlNode;
      for (const child of label.childNodes) math.appendChild(child as MmlNode);
      math.setInheritedAttributes({}, false, 0, false);
      math.setTeXclass(null as never);
      return [row, draw(math)] as const;
    });
    return { formula: draw(root), tags: new Map(tags), ...(math ? { math } : {}) };
  };
}

function fail(error: Error): never {
  throw error;
}

function find(root: MmlNode, kind: string): MmlNode[] {
  const found: MmlNode[] = [];
  root.walkTree((node) => {
    if (node.isKind(kind)) found.push(node as MmlNode);
  });
  return found;
}

/** Makes the width of a table absolute. A percentage is of the column, which an SVG by itself does not know. */
function fixWidth(table: MmlNode, width: number): void {
  const given = String(table.attributes.getExplicit('width') ?? '');
  if (given.endsWith('%')) table.attributes.set('width', `${(Number.parseFloat(given) / 100) * width}em`);
}

/** Takes the numbers off the rows of the outermost table, and makes those rows plain ones. */
function takeLabels(root: MmlNode): ReadonlyMap<number, MmlNode> {
  const labels = new Map<number, MmlNode>();
  const [table] = find(root, 'mtable');
  for (const [index, child] of [...(table?.childNodes ?? [])].entries()) {
    const row = child as MmlNode;
    if (!row.isKind('mlabeledtr')) continue;
    const [label, ...cells] = row.childNodes as MmlNode[];
    const plain = row.factory.create('mtr') as MmlNode;
    for (const cell of cells) plain.appendChild(cell);
    table?.replaceChild(plain, row);
    if (label) labels.set(index, label);
  }
  return labels;
}
