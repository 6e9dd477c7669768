import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathFlow: 'mathFlow';
    mathFlowFence: 'mathFlowFence';
    mathFlowFenceSequence: 'mathFlowFenceSequence';
    mathFlowValue: 'mathFlowValue';
    mathFlowId: 'mathFlowId';
  }
}

const DOLLAR = 36;
const HASH = 35;
const OPEN = 123;
const CLOSE = 125;

const isEnd = (code: Code): boolean => code === null || code < -2;
const isSpace = (code: Code): boolean => code === -2 || code === -1 || code === 32;

/**
 * A displayed formula as writers know it from LaTeX, Pandoc and GitHub: its dollars, two or more, may stand
 * on lines of their own or beside the TeX, and `$$a = b$$` may be on one line. The constructs of
 * micromark-extension-math do not count text beside the first dollars as part of the formula.
 */
export const displayMath: Extension = {
  disable: { null: ['mathFlow'] },
  flow: { [DOLLAR]: { name: 'displayMath', concrete: true, tokenize: tokenizeDisplayMath } },
};

/** Keeps the id of a formula with its node, `{#energy}`, so that whoever writes it again writes that too. */
export const formulaIds: FromMarkdown = {
  exit: {
    mathFlowId(token) {
      const math = this.stack.findLast((node) => String(node.type) === 'math');
      if (math) math.data = Object.assign({}, math.data, { id: this.sliceSerialize(token) });
    },
  },
};

/**
 * The end of a line after which the formula continues. The next line is not lazy, because that would end the
 * container.
 */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const { parser } = this;
    const here = () => this.now().line;
    return (code) => {
      if (code === null) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (parser.lazy[here()] ? nok(next) : ok(next));
    };
  },
};

/** At least as many dollars as opened the formula, and nothing but space and an id, `{#energy}`, behind them. */
const closingFence = (opening: number): Construct => ({
  partial: true,
  tokenize(effects, ok, nok) {
    let size = 0;
    const sequence: State = (code) => {
      if (code === DOLLAR) {
        size += 1;
        effects.consume(code);
        return sequence;
      }
      if (size < opening) return nok(code);
      effects.exit('mathFlowFenceSequence');
      if (!isSpace(code)) return end(code);
      effects.enter('whitespace');
      return space(code);
    };
    const space: State = (code) => {
      if (isSpace(code)) {
        effects.consume(code);
        return space;
      }
      effects.exit('whitespace');
      return end(code);
    };
    const end: State = (code) => {
      if (code === OPEN) {
        effects.enter('mathFlowId');
        effects.consume(code);
        return (next) => (next === HASH ? id(next) : nok(next));
      }
      if (!isEnd(code)) return nok(code);
      effects.exit('mathFlowFence');
      return ok(code);
    };
    // Anything else behind the dollars makes the line no end.
    const id: State = (code) => {
      if (isEnd(code) || isSpace(code)) return nok(code);
      effects.consume(code);
      return code === CLOSE ? behind : id;
    };
    const behind: State = (code) => {
      effects.exit('mathFlowId');
      if (!isSpace(code)) return end(code);
      effects.enter('whitespace');
      return space(code);
    };
    return (code) => {
      effects.enter('mathFlowFence');
      effects.enter('mathFlowFenceSequence');
      return sequence(code);
    };
  },
});

function tokenizeDisplayMath(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let opening = 0;
  let isFirstLine = true;

  const open: State = (code) => {
    if (code === DOLLAR) {
      opening += 1;
      effects.consume(code);
      return open;
    }
    if (opening < 2) return nok(code);
    effects.exit('mathFlowFenceSequence');
    effects.exit('mathFlowFence');
    return content(code);
  };
  const content: State = (code) => {
    if (isEnd(code)) {
      isFirstLine = false;
      return effects.attempt(nextLine, content, after)(code);
    }
    if (code === DOLLAR) return effects.attempt(closingFence(opening), after, dollar)(code);
    effects.enter('mathFlowValue');
    return value(code);
  };
  // A dollar in the first line that closes nothing makes the line a paragraph.
  const dollar: State = (code) => {
    if (isFirstLine) return nok(code);
    effects.enter('mathFlowValue');
    effects.consume(code);
    return value;
  };
  const value: State = (code) => {
    if (isEnd(code) || code === DOLLAR) {
      effects.exit('mathFlowValue');
      return content(code);
    }
    effects.consume(code);
    return value;
  };
  const after: State = (code) => {
    effects.exit('mathFlow');
    return ok(code);
  };
  return (code) => {
    effects.enter('mathFlow');
    effects.enter('mathFlowFence');
    effects.enter('mathFlowFenceSequence');
    return open(code);
  };
}
