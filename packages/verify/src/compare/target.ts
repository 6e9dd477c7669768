/** Where a link leads: `#618` for an entry. */
export type Target = (href: string) => string;
