import { RULE_IDS } from '@octavo/core';
import { readRulePage } from '../disk/own-files.ts';
import { misuse } from '../exit-code.ts';
import type { Command } from './command.ts';
import { didYouMean } from './nearest-word.ts';

/**
 * Returns what is known about a rule that a message names, or a failure for a word that is neither a rule nor
 * a command.
 */
export function ruleHelp(rule: string, commands: readonly Command[]): string {
  const page = readRulePage(rule);
  if (page !== undefined) return page;
  const known = [...commands.map(({ name }) => name), ...RULE_IDS];
  misuse(`there is no command and no rule "${rule}"${didYouMean(rule, known)}`);
}
