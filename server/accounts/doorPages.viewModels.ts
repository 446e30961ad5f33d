import type { FieldFault } from '../http/fieldFault.js';
import type { PageModel } from '../http/views.js';
import type { Texts } from '../i18n/index.js';
import type { LinkPurpose } from './account.js';
import { SHORTEST_PASSWORD } from './passwords.js';
import { fieldsOf, summaryOf, type FormModel, type TextField } from './staffPages/staffForm.js';
import type { FormValues } from './staffPages/formValues.js';

/** A page with one form and nothing else: signing in, and what stands behind a one-time link. */
export interface DoorPage extends PageModel {
  heading: string;
  paragraphs: string[];
  form: FormModel;
}

declare module '../http/views.js' {
  interface Views {
    'accounts/door': DoorPage;
  }
}

type Content = Omit<DoorPage, 'layout'>;

export function buildSignInPage(t: Texts, values: FormValues, faults: FieldFault[], next: string): Content {
  const { text } = fieldsOf(values, faults);
  return {
    heading: t('accounts.sign_in'),
    paragraphs: [t('accounts.sign_in_explanation')],
    form: {
      action: '/accounts/sign-in',
      hidden: [{ name: 'next', value: next }],
      fields: [
        text('signInName', t('accounts.sign_in_name'), { autocomplete: 'username', inputmode: 'email' }),
        text('password', t('accounts.password'), { type: 'password', autocomplete: 'current-password' }),
      ],
      submitLabel: t('accounts.sign_in'),
      summary: summaryOf(faults, t),
    },
  };
}

/** Looking at the page does not use the link up; its button does. */
export function buildLinkPage(
  t: Texts,
  link: { purpose: LinkPurpose; signInName: string | null },
  address: string,
  values: FormValues,
  faults: FieldFault[],
): Content {
  const { text } = fieldsOf(values, faults);
  const displayName = text('displayName', t('accounts.display_name'), {
    hint: t('accounts.display_name_hint'),
    autocomplete: 'name',
  });
  const form = { action: address, hidden: [], summary: summaryOf(faults, t) };
  if (link.purpose === 'sign-in')
    return {
      heading: t('accounts.demonstration_sign_in'),
      paragraphs: [t('accounts.demonstration_sign_in_explanation'), t('accounts.link_once')],
      form: { ...form, fields: [], submitLabel: t('accounts.sign_in') },
    };
  if (link.purpose === 'invitation')
    return {
      heading: t('accounts.invitation'),
      paragraphs: [t('accounts.invitation_explanation', { name: link.signInName ?? '' })],
      form: { ...form, fields: [displayName, ...newPasswordFields(t, values, faults)], submitLabel: t('accounts.save_password') },
    };
  return {
    heading: t('accounts.set_up'),
    paragraphs: [t('accounts.set_up_explanation')],
    form: {
      ...form,
      fields: [
        text('signInName', t('accounts.sign_in_name'), {
          hint: t('accounts.sign_in_name_hint'),
          autocomplete: 'username',
          inputmode: 'email',
        }),
        displayName,
        ...newPasswordFields(t, values, faults),
      ],
      submitLabel: t('accounts.create_account'),
    },
  };
}

/** A new password, twice, with its rule in words. */
export function newPasswordFields(t: Texts, values: FormValues, faults: FieldFault[]): TextField[] {
  const { text } = fieldsOf(values, faults);
  return [
    text('password', t('accounts.new_password'), {
      type: 'password',
      autocomplete: 'new-password',
      hint: t('accounts.password_rule', { shortest: SHORTEST_PASSWORD }),
    }),
    text('passwordAgain', t('accounts.password_again'), { type: 'password', autocomplete: 'new-password' }),
  ];
}
