import { shownCode } from '../display/show-codes.ts';
import { utf16 } from './object-writer.ts';

const PER_BLOCK = 100;

/** Returns the CMap that tells what each code of a font stands for (ISO 32000-2, 9.10.3). */
export function toUnicode(texts: readonly (readonly [code: number, text: string])[]): string {
  const blocks: string[] = [];
  for (let at = 0; at < texts.length; at += PER_BLOCK) {
    const own = texts
      .slice(at, at + PER_BLOCK)
      .map(([code, text]) => `<${shownCode(code)}> <${utf16(text)}>`);
    blocks.push(`${own.length} beginbfchar\n${own.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
