import type { Town } from '../../survey-definitions/contract/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import type { PageModel } from '../http/views.js';
import { formatDate, type Language, type Texts } from '../i18n/index.js';
import type { Account } from './account.js';
import { roleNames, townNames } from './names.viewModels.js';
import { roleField, townFields } from './rightsFields.viewModels.js';
import type { FormValues } from './staffPages/formValues.js';
import { fieldsOf, summaryOf, type FormModel } from './staffPages/staffForm.js';
import { cell, column, type TableModel } from './staffPages/staffTable.js';

export interface PeoplePage extends PageModel {
  heading: string;
  places: { label: string; href: string }[];
  invite: { label: string; href: string };
  table: TableModel;
}

/** A form on a staff page, with things that can be done beside it. */
export interface PersonPage extends PageModel {
  heading: string;
  notice: string | null;
  back: { label: string; href: string };
  facts: { label: string; value: string }[];
  form: FormModel;
  deeds: { explanation: string; label: string; action: string }[];
}

declare module '../http/views.js' {
  interface Views {
    'accounts/people': PeoplePage;
    'accounts/person': PersonPage;
  }
}

/** What every page about people is built from. */
interface Frame {
  t: Texts;
  language: Language;
  towns: readonly Town[];
}

export function buildPeoplePage(frame: Frame, accounts: readonly Account[]): Omit<PeoplePage, 'layout'> {
  const { t, language, towns } = frame;
  return {
    heading: t('accounts.people'),
    places: [
      { label: t('accounts.tokens'), href: '/accounts/tokens' },
      { label: t('accounts.audit_log'), href: '/accounts/audit' },
    ],
    invite: { label: t('accounts.invite'), href: '/accounts/people/new' },
    table: {
      id: 'people',
      heading: t('accounts.people'),
      columns: ['sign_in_name', 'display_name', 'roles', 'towns', 'state'].map((key) =>
        column(t(`accounts.${key as 'sign_in_name' | 'display_name' | 'roles' | 'towns' | 'state'}`)),
      ),
      rows: accounts.map((account) => [
        cell(account.signInName, { href: `/accounts/people/${account._id}` }),
        cell(account.displayName),
        cell(roleNames(account.roles, t)),
        cell(account.roles.includes('admin') ? t('accounts.every_town') : townNames(account.townIds ?? null, towns, language, t)),
        stateCell(account, t),
      ]),
      empty: t('accounts.nobody'),
    },
  };
}

function stateCell(account: Account, t: Texts) {
  if (account.disabled) return cell(t('accounts.state_disabled'), { tone: 'bad' });
  if (account.demonstration) return cell(t('accounts.state_demonstration'), { tone: 'care' });
  if (account.passwordHash === undefined) return cell(t('accounts.state_invited'), { tone: 'care' });
  return cell(t('accounts.state_active'), { tone: 'good' });
}

export function buildInvitePage(frame: Frame, values: FormValues, faults: FieldFault[]): Omit<PersonPage, 'layout'> {
  const { t } = frame;
  const { text } = fieldsOf(values, faults);
  return {
    heading: t('accounts.invite'),
    notice: null,
    back: { label: t('accounts.people'), href: '/accounts/people' },
    facts: [],
    form: {
      action: '/accounts/people',
      hidden: [],
      fields: [
        text('signInName', t('accounts.sign_in_name'), { hint: t('accounts.sign_in_name_hint'), inputmode: 'email' }),
        ...rightsFields(frame, values, faults),
      ],
      submitLabel: t('accounts.make_invitation'),
      summary: summaryOf(faults, t),
    },
    deeds: [],
  };
}

interface PersonMaterial extends Frame {
  account: Account;
  /** Nobody can shut themselves out or invite themselves again. */
  self: boolean;
  changed: boolean;
}

export function buildPersonPage(material: PersonMaterial, values: FormValues, faults: FieldFault[]): Omit<PersonPage, 'layout'> {
  const { t, language, account, self, changed } = material;
  const address = `/accounts/people/${account._id}`;
  return {
    heading: account.signInName,
    notice: changed ? t('accounts.saved') : null,
    back: { label: t('accounts.people'), href: '/accounts/people' },
    facts: [
      { label: t('accounts.state'), value: stateCell(account, t).text },
      { label: t('accounts.created'), value: formatDate(account.createdOn, language) },
    ],
    form: {
      action: address,
      hidden: [],
      fields: rightsFields(material, values, faults),
      submitLabel: t('accounts.save'),
      summary: summaryOf(faults, t),
    },
    deeds: self
      ? []
      : [...(account.demonstration || account.disabled ? [] : [linkDeed(t, address)]), disableDeed(t, address, account)],
  };
}

/** The rights of an account as the form shows them. */
export function valuesOf(account: Account): FormValues {
  return {
    displayName: account.displayName,
    roles: account.roles,
    townScope: account.townIds ? 'some' : 'all',
    townIds: account.townIds ?? [],
  };
}

function rightsFields({ t, language, towns }: Frame, values: FormValues, faults: FieldFault[]) {
  const fields = fieldsOf(values, faults);
  return [
    fields.text('displayName', t('accounts.display_name'), { hint: t('accounts.display_name_hint') }),
    roleField(fields, 'checkbox', t),
    ...townFields(fields, towns, language, t),
  ];
}

function linkDeed(t: Texts, address: string) {
  return {
    explanation: t('accounts.new_link_explanation'),
    label: t('accounts.make_link'),
    action: `${address}/link`,
  };
}

function disableDeed(t: Texts, address: string, { disabled }: Account) {
  return disabled
    ? {
        explanation: t('accounts.enable_explanation'),
        label: t('accounts.enable'),
        action: `${address}/enable`,
      }
    : {
        explanation: t('accounts.disable_explanation'),
        label: t('accounts.disable'),
        action: `${address}/disable`,
      };
}
