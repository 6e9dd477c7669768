/** For a year without a question (RFC 8246): what never changes by a byte. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** Kept, and asked about each time (RFC 9111 section 5.2.2.4): everything else, redirects included. */
export const ASK = 'no-cache';
