import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Extension, State, Tokenizer } from 'micromark-util-types';
import type { Literal } from 'unist';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    variable: 'variable';
  }
}

/** A value of the book named in running text: `{{product}}` or `{{date since format=long}}`, as it is written. */
export interface VariableNode extends Literal {
  type: 'variable';
  value: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    variable: VariableNode;
  }
  interface RootContentMap {
    variable: VariableNode;
  }
}

const OPEN = 123;
const CLOSE = 125;
/** What a name, a form or an option of one is written with. Tags of templates that begin otherwise stay text. */
const INSIDE = /[\p{L}\p{M}\p{N}_.= \t-]/u;

/** Reads `{{name}}`, on one line, outside of code, formulas and HTML; a `\` before it makes it text. */
export const variableSyntax: Extension = {
  text: { [OPEN]: { name: 'variable', tokenize: tokenizeVariable } },
};

/** Makes a node of it. */
export const variableNodes: FromMarkdown = {
  enter: {
    variable(token) {
      this.enter({ type: 'variable', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    variable(token) {
      this.exit(token);
    },
  },
};

function tokenizeVariable(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let isNamed = false;
  const start: State = (code) => {
    effects.enter('variable');
    effects.consume(code);
    return open;
  };
  const open: State = (code) => {
    if (code !== OPEN) return nok(code);
    effects.consume(code);
    return inside;
  };
  const inside: State = (code) => {
    if (code === CLOSE && isNamed) {
      effects.consume(code);
      return close;
    }
    if (!isInside(code)) return nok(code);
    isNamed ||= !isSpace(code);
    effects.consume(code);
    return inside;
  };
  const close: State = (code) => {
    if (code !== CLOSE) return nok(code);
    effects.consume(code);
    effects.exit('variable');
    return ok;
  };
  return start;
}

/** The parser gives a tab and what fills it as negative codes. */
function isInside(code: Code): boolean {
  return isSpace(code) || (code !== null && code > 0 && INSIDE.test(String.fromCharCode(code)));
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32;
}
