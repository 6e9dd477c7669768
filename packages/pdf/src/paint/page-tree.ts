import { type ObjectWriter, rawReference } from './object-writer.ts';
import type { PdfDocument, PdfReference } from './pdf-document.ts';

/** The document's pages, written as they are finished, in a tree two levels deep. */
export interface PageTree {
  /** Takes the number of the next page's object. */
  readonly begin: () => number;
  /** Writes the page begun last; `facts`: entries of its dictionary. */
  readonly finish: (facts: string) => void;
  readonly end: () => void;
}

const PER_NODE = 64;

/** An empty tree, in the place of pdfkit's list. */
export function pageTree(document: PdfDocument, writer: ObjectWriter): PageTree {
  const root = document._root.data.Pages as PdfReference;
  const nodes: number[] = [];
  let node = 0;
  let own: number[] = [];
  let count = 0;
  const close = (): void => {
    if (own.length === 0) return;
    const kids = own.map((id) => `${id} 0 R`).join(' ');
    writer.object(node, `<</Type/Pages/Parent ${root.id} 0 R/Count ${own.length}/Kids[${kids}]>>`);
    nodes.push(node);
    own = [];
  };
  return {
    begin() {
      if (own.length === PER_NODE) close();
      if (own.length === 0) node = writer.allot();
      const id = writer.allot();
      own.push(id);
      count += 1;
      return id;
    },
    finish: (facts) => writer.object(own.at(-1) ?? 0, `<</Type/Page/Parent ${node} 0 R${facts}>>`),
    end() {
      close();
      Object.assign(root.data, { Kids: nodes.map(rawReference), Count: count });
    },
  };
}
