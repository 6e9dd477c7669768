/** TeX to an SVG element, as markup. */
export type Convert = (tex: string, display: boolean) => string;

const PACKAGES = [
  'base',
  'ams',
  'boldsymbol',
  'cancel',
  'cases',
  'mathtools',
  'mhchem',
  'textmacros',
  'unicode',
  'upgreek',
];

/** Loads MathJax with the packages a formula may use. */
export async function startMathJax(): Promise<Convert> {
  const { mathjax } = await import('mathjax-full/js/mathjax.js');
  const { TeX } = await import('mathjax-full/js/input/tex.js');
  const { SVG } = await import('mathjax-full/js/output/svg.js');
  const { liteAdaptor } = await import('mathjax-full/js/adaptors/liteAdaptor.js');
  const { RegisterHTMLHandler } = await import('mathjax-full/js/handlers/html.js');
  await import('mathjax-full/js/input/tex/AllPackages.js');
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  return (tex, display) => {
    // A fresh document a formula, so that a \label or \newcommand in one cannot reach another.
    const document = mathjax.document('', {
      InputJax: new TeX({ packages: PACKAGES }),
      OutputJax: new SVG({ fontCache: 'none' }),
    });
    return adaptor.outerHTML(document.convert(tex, { display, em: 10, ex: 5, containerWidth: 800 }));
  };
}
