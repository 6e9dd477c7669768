/** The anchor of a heading inside an entry, the same in every format: `q618-steps`. */
export function headingAnchor(number: string, id: string): string {
  return `q${number}-${id}`;
}
