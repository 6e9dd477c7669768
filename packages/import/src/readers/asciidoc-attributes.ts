import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { variableName } from '../model/variable-name.ts';

/** The attributes of a document that its text names, with their values. Those of Asciidoctor itself are no variables. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const set = [...text.matchAll(/^:([a-z]\w[\w-]*):[ \t]+(\S[^\n]*?)[ \t]*$/gm)];
  return new Map(
    set.flatMap(([, name = '', value = '']) =>
      text.includes(`{${name}}`) && !OWN_ATTRIBUTE.test(name) && variableName(name) !== undefined
        ? [[name, value] as const]
        : [],
    ),
  );
}

const OWN_ATTRIBUTE =
  /^(?:lang|toc.*|sect.*|icons.*|experimental|imagesdir|source-.*|doctype|rev\w+|author.*|email|idprefix|idseparator|.*-caption|.*-label|docinfo.*|url-.*|uri-.*|attribute-.*|page-.*)$/;

/** Code holds no variables: it shows their values. */
export function valuesInCode(block: RootContent, given: ReadonlyMap<string, string>): void {
  const values = new Map([...given].map(([name, value]) => [variableName(name), value]));
  visit(block, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode')
      node.value = node.value.replace(
        /\{\{([\w-]+)\}\}/g,
        (whole, name: string) => values.get(name) ?? whole,
      );
  });
}

/** Values of attributes as values of variables, which may name others. */
export function valuesOf(given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...given].map(([name, value]) => [
      variableName(name) ?? name,
      value.replace(/\{([a-z]\w[\w-]*)\}/g, (whole, other: string) =>
        given.has(other) ? `{{${variableName(other)}}}` : whole,
      ),
    ]),
  );
}
