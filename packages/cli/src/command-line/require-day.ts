import { isCalendarDate } from '@octavo/core';
import { misuse } from '../exit-code.ts';

/** Ends the command when the value of an option is no day of the calendar, as `2026-11-01`. */
export function requireDay(option: string, value: string): void {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || !isCalendarDate(value))
    misuse(`--${option} cannot be "${value}"`, 'A date of the calendar, such as 2026-11-01.');
}
