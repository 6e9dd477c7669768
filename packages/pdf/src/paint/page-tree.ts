import type { ObjectWriter } from './object-writer.ts';

/** These are the pages of a document, in a tree of two levels. Each is written when it is finished. */
export interface PageTree {
  /** Returns the object number of the next page. */
  readonly begin: () => number;
  /** Writes the page begun last. `facts` are entries of its dictionary. */
  readonly finish: (facts: string) => void;
  /** Writes the rest, and returns the entry for the catalog. */
  readonly end: () => string;
}

const PER_NODE = 64;

export function pageTree(writer: ObjectWriter): PageTree {
  const root = writer.allot();
  const nodes: number[] = [];
  let node = 0;
  let own: number[] = [];
  let count = 0;
  const close = (): void => {
    if (own.length === 0) return;
    const kids = own.map((id) => `${id} 0 R`).join(' ');
    writer.object(node, `<</Type/Pages/Parent ${root} 0 R/Count ${own.length}/Kids[${kids}]>>`);
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
      const kids = nodes.map((id) => `${id} 0 R`).join(' ');
      writer.object(root, `<</Type/Pages/Count ${count}/Kids[${kids}]>>`);
      return `/Pages ${root} 0 R`;
    },
  };
}
