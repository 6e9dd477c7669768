/** For files that never change by a byte: clients may keep them for a year without asking (RFC 8246). */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * For everything else, redirects included: clients keep it but ask each time whether it is current (RFC 9111
 * section 5.2.2.4).
 */
export const ASK = 'no-cache';
