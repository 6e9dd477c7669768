/** The files of the reference as they are to be, by their path in the handbook. */
export function referenceFiles(): Map<string, string>;
/** The files of the reference as they are. */
export function referenceOnDisk(): Map<string, string>;
