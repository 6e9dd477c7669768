import {
  type Alias,
  type Document,
  isScalar,
  type LineCounter,
  type Node,
  type ParsedNode,
  visit,
  type YAMLError,
} from 'yaml';
import type { RuleId } from '../message/catalogue.ts';
import type { Finding } from '../message/make-message.ts';

/** A document with more aliases than this is taken for a bomb. */
export const MAX_ALIASES = 100;

export interface YamlFault extends Omit<Finding, 'place'> {
  readonly ruleId: RuleId;
  /** UTF-16 offset in the text parsed. */
  readonly offset: number;
}

/** Returns the faults of a YAML document as such, in an editor's terms; one fault per line. */
export function yamlFaults(document: Document.Parsed<ParsedNode>, lines: LineCounter): readonly YamlFault[] {
  const problems = [...document.errors, ...document.warnings];
  // A tab upsets everything after it, so the other faults are not worth reporting.
  const tabs = problems.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabs.length > 0) return tabs.map((problem) => faultOf(problem, document));
  const faults =
    problems.length > 0 ? problems.map((problem) => faultOf(problem, document)) : nodeFaults(document);
  const seen = new Set<number>();
  return faults
    .sort((a, b) => a.offset - b.offset)
    .filter(({ offset }) => {
      const { line } = lines.linePos(offset);
      return !seen.has(line) && seen.add(line);
    });
}

function faultOf({ code, message, pos }: YAMLError, document: Document.Parsed): YamlFault {
  const [offset] = pos;
  const fault = { ruleId: 'yaml-well-formed' as const, offset };
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        ...fault,
        reason: 'a tab indents this line',
        expected: 'spaces',
        note: 'YAML is indented with spaces alone.',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        ...fault,
        reason: 'not valid YAML: a colon and a space make a key of the text before them',
        note: 'Put quotes around a value that holds ": ".',
      };
    case 'MISSING_CHAR':
      if (/closing .quote/.test(message))
        return {
          ...fault,
          offset: openingQuote(document, offset),
          reason: 'the quote that opens here is never closed',
          note: 'Close it, or double a quote mark that is text.',
        };
      break;
    case 'MULTIPLE_DOCS':
      return { ...fault, reason: 'a second YAML document begins here', note: 'Remove the line "---".' };
    case 'RESOURCE_EXHAUSTION':
      return { ...fault, ruleId: 'nesting-bounded', reason: 'YAML nests too deep here', note: 'Flatten it.' };
    case 'TAG_RESOLVE_FAILED':
      return {
        ...fault,
        reason: 'YAML tags ("!…") are not part of the source format',
        note: 'Remove the tag, or put quotes around a text that begins with "!".',
      };
  }
  return {
    ...fault,
    reason: `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}`,
    note: 'Check quotes, colons and indentation near here.',
  };
}

/** The parser blames the end of the text, but an editor looks for the quote that opens the string. */
function openingQuote(document: Document.Parsed, offset: number): number {
  let opening = offset;
  visit(document, {
    Scalar: (_key, node) => {
      const [start, , end] = node.range ?? [];
      if (
        node.type?.startsWith('QUOTE') &&
        start !== undefined &&
        end !== undefined &&
        start <= offset &&
        end >= offset
      )
        opening = start;
    },
  });
  return opening;
}

/** Faults that parse but are refused: repeated keys, merge keys, aliases to nothing, too many aliases. */
function nodeFaults(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = [];
  const aliases: Alias[] = [];
  visit(document, {
    Alias: (_key, node) => {
      aliases.push(node);
      if (node.resolve(document)) return;
      faults.push({
        ruleId: 'yaml-well-formed',
        offset: startOf(node),
        reason: `the alias "*${node.source}" has no anchor "&${node.source}" before it`,
        note: 'Put quotes around a text that begins with "*".',
      });
    },
    Map: (_key, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          faults.push({
            ruleId: 'yaml-well-formed',
            offset: startOf(key),
            reason: `the key "${key.value}" is there twice`,
            note: 'Remove one of the two.',
          });
        seen.add(key.value);
        if (key.value !== '<<') continue;
        faults.push({
          ruleId: 'yaml-well-formed',
          offset: startOf(key),
          reason: 'merge keys ("<<") are not part of YAML 1.2',
          note: 'Write the keys out.',
        });
      }
    },
  });
  const [first] = aliases;
  if (first && aliases.length > MAX_ALIASES) {
    faults.push({
      ruleId: 'yaml-well-formed',
      offset: startOf(first),
      reason: `${aliases.length} YAML aliases, more than the ${MAX_ALIASES} that are allowed`,
      note: 'Write the values out.',
    });
  }
  return faults;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
