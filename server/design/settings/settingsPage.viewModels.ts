import { PLACEHOLDERS } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type FormField, type FormModel, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { languageFields } from '../measurement/languageFields.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { autosaveWords, type AutosaveWords } from '../structure/autosaveWords.viewModels.js';
import { paragraphsShown, settingsValues } from './settingsForm.js';

export type SettingsPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  placeholders: { heading: string; facts: { label: string; value: string }[] };
  form: FormModel;
  autosave: AutosaveWords;
};

declare module '../../http/views.js' {
  interface Views {
    'design/settings': SettingsPage;
  }
}

interface SettingsMaterial {
  draft: DraftRevision;
  values: FormValues | null;
  faults: FieldFault[];
}

export function buildSettingsPage(language: Language, material: SettingsMaterial): Omit<SettingsPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const { draft, faults } = material;
  return {
    heading: t('designMeasurement.settings'),
    explanation: t('designMeasurement.settings_explanation'),
    placeholders: {
      heading: t('designMeasurement.placeholders'),
      facts: PLACEHOLDERS.map((name) => ({ label: `{${name}}`, value: t(`designMeasurement.placeholder_${name}`) })),
    },
    form: {
      action: `${draftAddress(draft.questionnaire)}/settings`,
      hidden: [{ name: '_revision', value: String(draft.revision) }],
      fields: settingsFields(language, material),
      submitLabel: t('designMeasurement.save'),
      summary: summaryOf(faults, t),
    },
    autosave: autosaveWords(t),
  };
}

function settingsFields(language: Language, { draft, values, faults }: SettingsMaterial): FormField[] {
  const t = textsIn(language);
  const shown = values ?? settingsValues(draft.definition);
  const fields = fieldsOf(shown, faults);
  const written = (name: 'title' | 'introduction' | 'townQuestion' | 'declined' | 'screenedOut' | 'thanks', rows: number) =>
    languageFields(fields, name, t(`designMeasurement.text_${name}`), { hint: t(`designMeasurement.text_${name}_hint`), rows });
  return [
    written('title', 2),
    fields.choices('population', t('design.new_population'), [
      { value: 'residents', label: t('interface.lbl_residents') },
      { value: 'researchers', label: t('interface.lbl_researchers') },
    ]),
    fields.text('minutes', t('designMeasurement.minutes'), {
      short: true,
      inputmode: 'numeric',
      hint: t('designMeasurement.minutes_hint'),
    }),
    written('introduction', 8),
    ...consentFields(language, shown, fields),
    written('townQuestion', 2),
    written('thanks', 3),
    written('declined', 3),
    written('screenedOut', 4),
    ...draft.definition.specialCodes.map(({ code }) =>
      languageFields(fields, `special.${code}`, t('designMeasurement.special_label', { code: `−${-code}` }), {
        hint: t(code < -3 ? 'designMeasurement.special_system_hint' : 'designMeasurement.special_hint'),
        rows: 2,
      }),
    ),
    fields.text('latinWords', t('designMeasurement.latin_words'), { hint: t('designMeasurement.latin_words_hint') }),
  ];
}

function consentFields(language: Language, shown: FormValues, fields: ReturnType<typeof fieldsOf>): FormField[] {
  const t = textsIn(language);
  const count = paragraphsShown(shown);
  return Array.from({ length: count }, (_, at) => {
    const last = at === count - 1;
    const label = last ? t('designMeasurement.consent_more') : t('designMeasurement.consent_n', { n: at + 1 });
    const hint = last ? t('designMeasurement.consent_more_hint') : t('designMeasurement.consent_hint');
    return languageFields(fields, `consent.${at}`, label, { hint, rows: last ? 3 : 10 });
  });
}
