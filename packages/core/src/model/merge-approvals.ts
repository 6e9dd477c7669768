/**
 * Merges a log of approvals in which git has left a conflict: the lines of both sides, each once, in order.
 * No line is changed, because each names the line that it follows. Returns undefined when the text contains
 * no conflict.
 */
export function mergeApprovals(text: string): string | undefined {
  const merged: string[] = [];
  let side: 'both' | 'one' | 'base' = 'both';
  let found = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^<{7}( |$)/.test(line)) {
      found = true;
      side = 'one';
    } else if (/^\|{7}( |$)/.test(line)) side = 'base';
    else if (side !== 'both' && /^={7}$/.test(line)) side = 'one';
    else if (/^>{7}( |$)/.test(line)) side = 'both';
    else if (side !== 'base' && line !== '' && !merged.includes(line)) merged.push(line);
  }
  return found ? `${merged.join('\n')}\n` : undefined;
}
