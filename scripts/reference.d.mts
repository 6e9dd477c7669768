/** The files of the reference as they are to be, by their path in the handbook, whose folder has those of the last time. */
export function referenceFiles(book?: URL): Map<string, string>;
/** The files of the reference as they are. */
export function referenceOnDisk(): Map<string, string>;
