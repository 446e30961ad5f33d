import type { Definition } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, type FormField, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { textIn } from '../editing/draftFrame.viewModels.js';
import { MAKE_NEW } from './answerFields.js';
import type { ItemType } from './edits/retypeItem.js';
import { SPECIAL_ORDER } from './itemForm.js';

interface AnswerMaterial {
  values: FormValues;
  faults: FieldFault[];
  definition: Definition;
  language: Language;
}

/** The fields of one type of item beside its wording. */
export function answerFormFields(type: ItemType, material: AnswerMaterial): FormField[] {
  const { values, faults, definition, language } = material;
  const t = textsIn(language);
  const { text, choices } = fieldsOf(values, faults);
  const number = (name: string, label: string, hint: string | null = null) =>
    text(name, label, { inputmode: 'decimal', short: true, hint });
  const bounds = (kind: 'text' | 'date'): FormField => ({
    kind: 'group',
    label: t(`designStructure.bounds_${kind}`),
    hint: kind === 'date' ? t('designStructure.bounds_date_hint') : null,
    fields: (['min', 'max'] as const).map((name) =>
      text(name, t(`designStructure.${name}`), { type: kind, short: true, inputmode: kind === 'text' ? 'decimal' : 'text' }),
    ),
  });
  const special = choices(
    'special',
    t('designStructure.special'),
    SPECIAL_ORDER.map((code) => ({
      value: String(code),
      label: specialLabel(definition, code, language),
    })),
    { type: 'checkbox', hint: t('designStructure.special_hint') },
  );
  switch (type) {
    case 'single':
    case 'ranking':
      return [answersMenu('list', material), special];
    case 'multiple':
      return [
        answersMenu('list', material),
        number('maxChoices', t('designStructure.max_choices'), t('designStructure.max_choices_hint')),
        special,
      ];
    case 'scale':
      return [answersMenu('scale', material), special];
    case 'integer':
      return [bounds('text'), special];
    case 'decimal':
      return [bounds('text'), number('decimals', t('designStructure.decimals')), special];
    case 'text':
      return [number('maxLength', t('designStructure.max_length')), special];
    case 'date':
      return [bounds('date'), special];
    case 'note':
      return [];
  }
}

function specialLabel({ specialCodes }: Definition, code: number, language: Language): string {
  const label = specialCodes.find((special) => special.code === code)?.label;
  return `${(label && textIn(label, language)) ?? ''} (${String(code).replace('-', '−')})`;
}

function answersMenu(kind: 'list' | 'scale', { values, faults, definition, language }: AnswerMaterial): FormField {
  const t = textsIn(language);
  const known = definition[`${kind}s`].map(({ id, options }) => {
    const written = options.map(({ code, label }) => (label ? textIn(label, language) : '') || String(code));
    const [first = '', last = ''] = [written[0], written.at(-1)];
    return { value: id, label: `${first} … ${last} · ${id} (${options.length})` };
  });
  const make = { value: MAKE_NEW, label: t(`designStructure.make_${kind}`) };
  return fieldsOf(values, faults).select(kind, t(`designStructure.choose_${kind}`), [make, ...known], {
    hint: t(`designStructure.choose_${kind}_hint`),
  });
}
