import { expect, test } from 'vitest';
import { languageOf } from '../src/detect/language.ts';

const SHORT: Readonly<Record<string, string>> = {
  id: 'Bagaimana cara mengembalikan paket? Cetak label dan tempelkan pada paket.',
  de: 'Kann ich die Ware umtauschen? Ja, das geht innerhalb von vierzehn Tagen.',
  it: 'Posso pagare dopo? Sì, con la carta di credito e con il bonifico.',
  nl: 'Kan ik later betalen? Ja, dat kan met de kaart of via een overschrijving.',
  vi: 'Tôi có thể trả tiền sau được không? Có.',
};

test.each(Object.entries(SHORT))('a short text with common words is of its language: %s', (tag, text) => {
  expect(languageOf(text)).toBe(tag);
});

test.each([
  'Can I pay later? Yes, you can.',
  'docker pull fails? Run docker login, then retry.',
  'Does Kiln run on NixOS? Install nix flakes, set KILN_HOME, restart systemd daemon.',
  'Wo ist es? Da.',
  'Is it 1? See that and x. '.repeat(200),
])('without common words of another language, a text is English: %#', (text) => {
  expect(languageOf(text)).toBe('en');
});
