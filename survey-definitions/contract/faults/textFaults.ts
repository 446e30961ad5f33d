import { LocalizedTextSchema, type LocalizedText } from '../localizedText.js';
import { PLACEHOLDERS, placeholdersIn } from '../placeholders.js';
import type { Fault } from './fault.js';

/** Every localized text inside a value, with its place. */
export function localizedTextsIn(value: unknown, path: Fault['path'] = []): { path: Fault['path']; text: LocalizedText }[] {
  const text = LocalizedTextSchema.safeParse(value);
  if (text.success) return [{ path, text: text.data }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    localizedTextsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Placeholders that nothing fills, or that one language has and another lacks. */
export function placeholderFaults(value: unknown): Fault[] {
  return localizedTextsIn(value).flatMap(({ path, text }) => {
    const [kk, ru, en] = [placeholdersIn(text.kk), placeholdersIn(text.ru), placeholdersIn(text.en)];
    const unknown = [...kk, ...ru, ...en].find((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
    if (unknown !== undefined) return [{ path, message: `nothing fills the placeholder {${unknown}}` }];
    const differ = new Set([kk, ru, en].map((names) => names.toSorted().join())).size > 1;
    return differ ? [{ path, message: 'the three languages do not have the same placeholders' }] : [];
  });
}
