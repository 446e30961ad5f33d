import type { TextKey } from '../../../i18n/index.js';
import type { Place } from '../../places.js';
import { difference, type Difference } from '../difference.js';
import { sameContent } from '../sameContent.js';

type SettingIn<Key> = Key extends `designVersions.setting_${infer Name}` ? Name : never;
/** Fields of a part that are said by their value alone. */
export type Setting = SettingIn<TextKey>;

/** Differences of plain fields, each with its value before and now. */
export function settingDifferences(place: Place, before: object, after: object, settings: readonly Setting[]): Difference[] {
  const valueOf = (part: object, setting: Setting) => (part as Partial<Record<Setting, unknown>>)[setting];
  return settings
    .filter((setting) => !sameContent(valueOf(before, setting), valueOf(after, setting)))
    .map((setting) =>
      difference(place, 'setting', {
        setting: { word: `designVersions.setting_${setting}` },
        before: shown(valueOf(before, setting)),
        after: shown(valueOf(after, setting)),
      }),
    );
}

function shown(value: unknown): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
