/**
 * Makes the word lists by which the PDF breaks Thai, Lao, Khmer and Burmese (`packages/pdf/static/words/`) from the
 * dictionaries of ICU, as `icu4c-data` has them: `npm pack icu4c-data@0.67.2`, unpack it, and run
 * `node scripts/break-dictionaries.mjs package/icudt67l.dat`. ICU's later releases have nearly the same words; these
 * are pinned, so that a book breaks alike on every Node.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const data = readFileSync(process.argv[2]);
const folder = new URL('../packages/pdf/static/words/', import.meta.url);

/** The dictionary of a name: ICU's archive has its files' names, in order, behind its header (udata.h). */
function fileOf(name) {
  const start = data.readUInt16LE(0);
  const count = data.readUInt32LE(start);
  const at = (index, by) => start + data.readUInt32LE(start + 4 + 8 * index + by);
  for (let index = 0; index < count; index++) {
    const from = at(index, 0);
    if (data.toString('latin1', from, data.indexOf(0, from)).endsWith(`/${name}.dict`))
      return data.subarray(at(index, 4), index + 1 < count ? at(index + 1, 4) : undefined);
  }
  throw new Error(`${name} is not in the archive`);
}

/** Every word of a dictionary (dictionarydata.h): a trie of bytes, which `transform` turns into letters. */
function wordsOf(file) {
  const base = file.readUInt16LE(0);
  const field = (index) => file.readUInt32LE(base + 4 * index);
  const [offset, type, transform] = [field(0), field(4) & 7, field(5)];
  if (type !== 0 || (transform & 0x7f000000) !== 0x1000000)
    throw new Error('not a trie of bytes with an offset');
  const first = transform & 0x1fffff;
  const words = [];
  const letterOf = (byte) =>
    byte === 0xff ? '\u200d' : byte === 0xfe ? '\u200c' : String.fromCodePoint(first + byte);
  walk(base + offset, '');
  return words.sort();

  /** BytesTrie (bytestrie.h): a node, with what leads to it. */
  function walk(at, word) {
    const node = file[at++];
    if (node >= 0x20) {
      const length = valueLength(node);
      words.push(word);
      if ((node & 1) === 0) walk(at + length, word);
    } else if (node >= 0x10) {
      let more = word;
      for (let count = node - 0x10 + 1; count > 0; count--) more += letterOf(file[at++]);
      walk(at, more);
    } else if (node === 0) branch(at + 1, file[at] + 1, word);
    else branch(at, node + 1, word);

    function branch(from, length, before) {
      let place = from;
      let left = length;
      while (left > 5) {
        place += 1;
        const [delta, next] = jump(place);
        branch(next + delta, left >> 1, before);
        left -= left >> 1;
        place = next;
      }
      for (; left > 1; left--) {
        const more = before + letterOf(file[place++]);
        const lead = file[place++];
        const value = deltaOf(lead, place);
        place += valueLength(lead);
        if (lead & 1) words.push(more);
        else walk(place + value, more);
      }
      walk(place + 1, before + letterOf(file[place]));
    }
  }

  function jump(at) {
    const lead = file[at];
    if (lead < 0xc0) return [lead, at + 1];
    if (lead < 0xf0) return [((lead - 0xc0) << 8) | file[at + 1], at + 2];
    if (lead < 0xfe) return [((lead - 0xf0) << 16) | file.readUInt16BE(at + 1), at + 3];
    return lead === 0xfe ? [file.readUIntBE(at + 1, 3), at + 4] : [file.readUInt32BE(at + 1), at + 5];
  }
  function valueLength(node) {
    const lead = node >> 1;
    return lead < 0x51 ? 0 : lead < 0x6c ? 1 : lead < 0x7e ? 2 : lead === 0x7e ? 3 : 4;
  }
  function deltaOf(node, at) {
    const lead = node >> 1;
    if (lead < 0x51) return lead - 0x10;
    if (lead < 0x6c) return ((lead - 0x51) << 8) | file[at];
    if (lead < 0x7e) return ((lead - 0x6c) << 16) | file.readUInt16BE(at);
    return lead === 0x7e ? file.readUIntBE(at, 3) : file.readUInt32BE(at);
  }
}

mkdirSync(folder, { recursive: true });
for (const [name, script] of [
  ['thaidict', 'Thai'],
  ['laodict', 'Lao'],
  ['khmerdict', 'Khmer'],
  ['burmesedict', 'Myanmar'],
]) {
  const words = wordsOf(fileOf(name));
  const params = { [constants.BROTLI_PARAM_LGWIN]: 22 };
  const packed = brotliCompressSync(words.join('\n'), { params });
  writeFileSync(new URL(`${script}.txt.br`, folder), packed);
  console.log(script, words.length, 'words', packed.length, 'bytes', words.slice(1000, 1005).join(' '));
}
