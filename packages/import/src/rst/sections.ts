const ADORNMENT = /^([!-/:-@[-`{-~])\1*\s*$/;

/** Whether a line is a section's rule. */
export function isAdornment(line: string): boolean {
  return ADORNMENT.test(line) && line.trim().length >= 2 && !/^(?:\.\.|::|``)$/.test(line.trim());
}

/** Makes a function that gives each kind of rule a depth, in the order in which a document first uses them. */
export function sectionDepths(): (kind: string) => 1 | 2 | 3 | 4 | 5 | 6 {
  const known: string[] = [];
  return (kind) => {
    if (!known.includes(kind)) known.push(kind);
    return Math.min(6, known.indexOf(kind) + 1) as 1;
  };
}
