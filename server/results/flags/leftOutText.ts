import type { TextKey, Texts } from '../../i18n/index.js';

/** The flags that a release leaves out, in words; for whoever reads it. */
export function leftOutText(excluded: readonly string[], t: Texts): string {
  if (excluded.length === 0) return t('refusals.flags_nothing_left_out');
  return t('refusals.flags_are_left_out', { flags: excluded.map((flag) => nameOfFlag(flag, t)).join(', ') });
}

export function nameOfFlag(flag: string, t: Texts): string {
  return t(`results.flag_${flag}` as TextKey);
}
