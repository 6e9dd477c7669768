import { SaxesParser } from 'saxes';

/**
 * Says why a document is not well-formed XML (XML 1.0; Namespaces in XML), with line and column; undefined
 * when it is.
 */
export function xmlFault(bytes: Uint8Array): string | undefined {
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | undefined;
  parser.on('error', ({ message }) => {
    fault ??= message;
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  return fault;
}

/** Whether a file of a container is XML. */
export function isXml(name: string): boolean {
  return /\.(xhtml|opf|ncx|svg|xml)$/.test(name);
}
