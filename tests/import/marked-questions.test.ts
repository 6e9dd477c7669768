import { importSource } from '@octavo/import';
import { expect, test } from 'vitest';

const ELEMENTOR =
  '<div class="elementor-accordion"><div class="elementor-tab-title">Can I pay later?</div><div class="elementor-tab-content"><p>Yes, within ten days.</p></div></div>';
const YOAST =
  '<div class="schema-faq"><div class="schema-faq-section"><strong class="schema-faq-question">Where are you?</strong> <p class="schema-faq-answer">At the <strong>lake</strong>.</p></div></div>';

test('questions that two makers of pages have marked are entries, beside each other', async () => {
  const bytes = new TextEncoder().encode(
    `<html lang="en"><body><h1>Help</h1>${ELEMENTOR}${YOAST}</body></html>`,
  );
  const { files } = await importSource([{ path: 'help.html', bytes }], 'help.html');
  const text = files.map(({ content }) => String(content)).join('\n');
  expect(text.match(/^question: .*$/gm)).toEqual(['question: Can I pay later?', 'question: Where are you?']);
  expect(text).toContain('At the **lake**.');
});
