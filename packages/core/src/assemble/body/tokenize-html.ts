import { Tokenizer } from 'htmlparser2';

/** What a run of HTML holds, in order, each with its range of UTF-16 offsets. */
export interface HtmlTokens {
  readonly text: (value: string, from: number, to: number) => void;
  readonly comment: () => void;
  readonly start: (
    name: string,
    attributes: Readonly<Record<string, string>>,
    from: number,
    to: number,
  ) => void;
  readonly end: (name: string, from: number, to: number) => void;
  /** A declaration, processing instruction or CDATA section. */
  readonly other: (from: number, to: number) => void;
}

/** Splits HTML into tags and text, entities decoded, names in lower case; a start tag need not be closed. */
export function tokenizeHtml(source: string, tokens: HtmlTokens): void {
  let name = '';
  let from = 0;
  let attribute = '';
  let value = '';
  let attributes: Record<string, string> = {};
  const startTag = (end: number) => tokens.start(name, attributes, from, end + 1);
  const other = (start: number, end: number) => tokens.other(source.lastIndexOf('<', start), end + 1);
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => tokens.text(source.slice(start, end), start, end),
      ontextentity: (code, end) => tokens.text(String.fromCodePoint(code), end, end),
      onopentagname: (start, end) => {
        name = source.slice(start, end).toLowerCase();
        from = start - 1;
        attributes = {};
      },
      onattribname: (start, end) => {
        attribute = source.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += source.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        attributes[attribute] ??= value;
      },
      onopentagend: startTag,
      onselfclosingtag: startTag,
      onclosetag: (start, end) => tokens.end(source.slice(start, end).toLowerCase(), start - 2, end + 1),
      oncomment: tokens.comment,
      ondeclaration: other,
      onprocessinginstruction: other,
      oncdata: other,
      onend: () => {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
