import type { Town } from '../../survey-definitions/contract/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import type { PageModel } from '../http/views.js';
import type { Language, Texts } from '../i18n/index.js';
import type { SignedInPerson } from './permissions.js';
import { newPasswordFields } from './doorPages.viewModels.js';
import { roleNames, townNames } from './names.viewModels.js';
import { fieldsOf, summaryOf, type FormModel } from './staffPages/staffForm.js';

export interface MePage extends PageModel {
  heading: string;
  notice: string | null;
  facts: { label: string; value: string }[];
  passwordHeading: string;
  /** Null for the demonstration account, which has no password. */
  form: FormModel | null;
  signOutLabel: string;
}

declare module '../http/views.js' {
  interface Views {
    'accounts/me': MePage;
  }
}

interface MeMaterial {
  t: Texts;
  language: Language;
  person: SignedInPerson;
  towns: readonly Town[];
  faults: FieldFault[];
  changed: boolean;
}

export function buildMePage({ t, language, person, towns, faults, changed }: MeMaterial): Omit<MePage, 'layout'> {
  const { text } = fieldsOf({}, faults);
  return {
    heading: t('accounts.my_account'),
    notice: changed ? t('accounts.password_changed') : null,
    facts: [
      { label: t('accounts.sign_in_name'), value: person.signInName },
      { label: t('accounts.display_name'), value: person.displayName },
      { label: t('accounts.roles'), value: roleNames(person.roles, t) },
      { label: t('accounts.towns'), value: townNames(person.townIds, towns, language, t) },
    ],
    passwordHeading: t('accounts.change_password'),
    form: person.demonstration
      ? null
      : {
          action: '/accounts/me/password',
          hidden: [],
          fields: [
            text('currentPassword', t('accounts.current_password'), { type: 'password', autocomplete: 'current-password' }),
            ...newPasswordFields(t, {}, faults),
          ],
          submitLabel: t('accounts.change_password'),
          summary: summaryOf(faults, t),
        },
    signOutLabel: t('common.signOut'),
  };
}
