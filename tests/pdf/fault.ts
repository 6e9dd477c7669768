/** What is wrong with a PDF: which rule, and where. */
export interface Fault {
  readonly rule: 'marks' | 'order' | 'headings' | 'links' | 'page-numbers' | 'tables' | 'languages';
  readonly reason: string;
}
