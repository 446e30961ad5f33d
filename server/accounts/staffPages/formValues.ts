import { z } from 'zod';
import type { TextKey } from '../../i18n/index.js';

/** A form as the browser sends it: each field once, or several times for checkboxes. */
export type FormValues = Record<string, string | string[]>;

export const FormValuesSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});

/** The key of the sentence that a fault shows. */
export const say = (key: TextKey): TextKey => key;

/** All ticked checkboxes of one name: none, one or several. */
export function ticked<Schema extends z.ZodType>(option: Schema) {
  return z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(option));
}

/** A line of text that must be filled in. */
export function filled(key: TextKey) {
  return z
    .string({ error: key })
    .trim()
    .min(1, { error: key })
    .max(300, { error: say('accounts.error_too_long') });
}
