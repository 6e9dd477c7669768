/** The text between tags. Comments, scripts and styles are not seen. Linear in its length. */
export function withoutTags(html: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
    pieces.push(html.slice(from, at));
    const comment = html.startsWith('<!--', at);
    const hidden = /^<(script|style)\b/i.exec(html.slice(at, at + 10))?.[1];
    const end = comment
      ? html.indexOf('-->', at + 4)
      : hidden
        ? html.indexOf('>', html.toLowerCase().indexOf(`</${hidden.toLowerCase()}`, at))
        : html.indexOf('>', at);
    if (end < 0) return pieces.join('');
    const tag = html.slice(at, end + (comment ? 3 : 1));
    pieces.push(
      '\n'.repeat(tag.split('\n').length - 1) ||
        (/^<\/?(?:b|i|em|strong|a|span|sub|sup|u|code|kbd|font|small|wbr)\b/i.test(tag) ? '' : ' '),
    );
    from = end + (comment ? 3 : 1);
  }
  pieces.push(html.slice(from));
  return pieces.join('').replace(/&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi, ' ');
}
