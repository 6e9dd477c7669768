import type { CompileOptions, Handbook, OutputFile } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { message } from './message.ts';

/** Where the publisher's own style sheet lies in the site. */
export const THEME_PATH = 'static/theme.css';

/** The publisher's style sheet, when handbook.yaml names one. */
export function themeFiles(handbook: Handbook, options: CompileOptions): OutputFile[] {
  const content = themeBytes(handbook, options);
  return content ? [{ path: THEME_PATH, mediaType: 'text/css', content }] : [];
}

/** Whether pages link to the publisher's style sheet. */
export function hasTheme(handbook: Handbook, options: CompileOptions): boolean {
  return themeBytes(handbook, options) !== undefined;
}

/** An error when handbook.yaml names a style sheet that was not handed over. */
export function themeProblems(handbook: Handbook, options: CompileOptions): VFileMessage[] {
  const { theme } = handbook.settings.html;
  if (theme === undefined || themeBytes(handbook, options)) return [];
  const reason = `The style sheet ${theme} named by html.theme is not among the files of the handbook`;
  return [message('theme-available', { reason })];
}

function themeBytes(handbook: Handbook, options: CompileOptions): Uint8Array | undefined {
  const { theme } = handbook.settings.html;
  return theme === undefined ? undefined : options.assets?.get(theme);
}
