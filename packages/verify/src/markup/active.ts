import { createHash } from 'node:crypto';
import { childElements, type Element, findElement, matches, rawText } from './element.ts';

/** The elements that Octavo writes; any other element is not ours. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'html head meta title link script noscript body header nav main article section aside footer div p span a ul ol li dl dt dd ' +
    'h1 h2 h3 h4 h5 h6 blockquote cite q em strong i b del ins s small sub sup kbd code pre samp var abbr time bdi bdo br hr wbr img ' +
    'figure figcaption table caption colgroup col thead tbody tfoot tr th td details summary form fieldset legend label input button ' +
    'select option output dfn mark ruby rt rp'
  ).split(' '),
);

/** A citation as a file, of a type that reference managers read and no program runs. */
const CITATION =
  /^data:application\/(?:x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json);charset=utf-8,[\w%.~!*'()-]*$/;

/** Whether an element is a link to keep a citation as a file. */
export function isRecord({ name, attributes }: Element): boolean {
  return name === 'a' && attributes.download !== undefined && CITATION.test(attributes.href ?? '');
}

/** Where a document may load from, and what it may run. */
export interface ActiveRules {
  /** Whether scripts of our own folder may be loaded. */
  readonly scripts: boolean;
  /** Whether a Content-Security-Policy must stand in the document's head. */
  readonly policy: boolean;
  /** Where the handbook lies on the web, for fragments that stand anywhere. */
  readonly own?: string;
  /** The site's style sheet, which a page may hold whole instead of asking for it. */
  readonly sheet?: string;
}

/**
 * Returns what a document runs or loads that it must not: scripts, handlers, forms, frames, files from
 * elsewhere.
 */
export function activeIn(root: Element, rules: ActiveRules): readonly string[] {
  const found: string[] = [];
  let policy = '';
  visit(root, false);
  if (rules.policy) found.push(...policyFaults(policy, root, rules.sheet));
  return found;

  function visit(element: Element, math: boolean): void {
    const { name, attributes } = element;
    const inMath = math || name === 'math';
    if (name === 'style' && rules.sheet !== undefined && rawText(element) === rules.sheet) return;
    if (!inMath && !KNOWN.has(name)) found.push(`the element <${name}>`);
    if (name === 'script') found.push(...scriptFaults(element, rules));
    if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
      policy = attributes.content ?? '';
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^on/i.test(attribute)) found.push(`the handler ${attribute}="${value}"`);
      // The rules for style sheets are too coarse for formulas: what a formula's style hides is judged as
      // painting.
      if (
        (attribute === 'style' && !inMath) ||
        attribute === 'srcdoc' ||
        attribute === 'srcset' ||
        attribute === 'ping'
      )
        found.push(`the attribute ${attribute}="${value}"`);
      if (/^(?:href|src|action|formaction|xlink:href|poster|data|background|content)$/.test(attribute)) {
        if (!isRecord(element) && /^\s*(?:java|vb)script:|^\s*data:(?!image\/)/i.test(value))
          found.push(`the address ${value}`);
        const loads = attribute !== 'href' ? attribute !== 'content' : matches(element, LOADED);
        if (
          loads &&
          !(rules.own && value.startsWith(rules.own)) &&
          /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(value.trim())
        )
          found.push(`${value} from elsewhere`);
      }
    }
    for (const child of childElements(element)) visit(child, inMath);
  }
}

/** How a policy names a text by its hash (CSP 3, 2.3.1). */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Links whose targets a browser loads at once. */
const LOADED = 'stylesheet preload modulepreload prefetch icon manifest preconnect dns-prefetch import'
  .split(' ')
  .map((rel) => `link[rel~=${rel}]`)
  .join();

function scriptFaults(script: Element, { scripts }: ActiveRules): readonly string[] {
  const { type, src } = script.attributes;
  if (type === 'application/ld+json' && src === undefined) return [];
  const own =
    scripts &&
    src !== undefined &&
    /^(?!\/\/)[\w./-]*static\/[\w.-]+\.js$/.test(src) &&
    rawText(script) === '';
  return own ? [] : [`the script ${src ?? `“${rawText(script).slice(0, 40)}”`}`];
}

/** A policy must allow nothing to run or load but the folder's own files (Content Security Policy 3). */
function policyFaults(policy: string, root: Element, sheet: string | undefined): readonly string[] {
  const directives = policy
    .split(';')
    .map((one) => one.trim().split(/\s+/))
    .filter(([name]) => name);
  const faults: string[] = [];
  if (!directives.some(([name, ...sources]) => name === 'default-src' && sources.join(' ') === "'none'"))
    faults.push('a Content-Security-Policy that does not begin with nothing');
  if (findElement(root, 'script[src]') && !directives.some(([name]) => name === 'base-uri'))
    faults.push('a Content-Security-Policy without base-uri');
  for (const [name = '', ...sources] of directives)
    for (const source of sources)
      if (
        !(
          source === "'none'" ||
          source === "'self'" ||
          (source === 'data:' && /^(?:img|font)-src$/.test(name)) ||
          (name === 'style-src' && sheet !== undefined && source === hashSource(sheet))
        )
      )
        faults.push(`the Content-Security-Policy ${name} ${source}`);
  return faults;
}

/**
 * Parts of a page, outside its content, that appear only with a script or an action of the reader, or are
 * useless on paper.
 */
const WAITING =
  'form, button, script, noscript, .needs-script, .unseen, .hits, .actions, .letters, .pager, .skip';

/** Whether an element is such a part. */
export function waits(element: Element): boolean {
  return matches(element, WAITING);
}
