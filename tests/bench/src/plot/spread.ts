/**
 * Moves heights apart until each is `gap` from the next, as little as that takes, their order kept, and none
 * beyond `bottom`: where labels go that would cover each other.
 */
export function spread(heights: readonly number[], gap: number, bottom: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const groups: { top: number; count: number; members: number[] }[] = [];
  for (const index of order) {
    groups.push({ top: heights[index] ?? 0, count: 1, members: [index] });
    // Two groups that touch become one, around the middle of both.
    for (
      let last = groups.at(-1), before = groups.at(-2);
      last && before;
      last = before, before = groups.at(-2)
    ) {
      if (before.top + before.count * gap <= last.top) break;
      const middle = (group: typeof last): number => group.top + ((group.count - 1) * gap) / 2;
      const count = before.count + last.count;
      const center = (middle(before) * before.count + middle(last) * last.count) / count;
      before.top = center - ((count - 1) * gap) / 2;
      before.count = count;
      before.members.push(...last.members);
      groups.pop();
    }
  }
  const result = [...heights];
  for (const { top, members } of groups)
    for (const [place, index] of members.entries()) result[index] = top + place * gap;
  const over = Math.max(0, ...result.map((height) => height - bottom));
  return over > 0 ? result.map((height) => height - over) : result;
}
