import type { Town } from '../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../i18n/index.js';
import { ROLES } from './permissions.js';
import type { ChoiceField, fieldsOf } from './staffPages/staffForm.js';

type Fields = ReturnType<typeof fieldsOf>;

/** Several roles for a person, one for a token; each says what it may. */
export function roleField(fields: Fields, type: 'radio' | 'checkbox', t: Texts): ChoiceField {
  const options = ROLES.map((role) => ({
    value: role,
    label: t(`accounts.role_${role}`),
    hint: t(`accounts.role_${role}_may`),
  }));
  return type === 'radio'
    ? fields.choices('role', t('accounts.role'), options)
    : fields.choices('roles', t('accounts.roles'), options, { type: 'checkbox' });
}

/** Every town or chosen ones. */
export function townFields(fields: Fields, towns: readonly Town[], language: Language, t: Texts): ChoiceField[] {
  return [
    fields.choices(
      'townScope',
      t('accounts.towns'),
      [
        { value: 'all', label: t('accounts.every_town') },
        { value: 'some', label: t('accounts.some_towns') },
      ],
      { hint: t('accounts.towns_hint') },
    ),
    fields.choices(
      'townIds',
      t('accounts.chosen_towns'),
      towns
        .map(({ id, name }) => ({ value: id, label: name[language] }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language)),
      { type: 'checkbox', dense: true },
    ),
  ];
}
