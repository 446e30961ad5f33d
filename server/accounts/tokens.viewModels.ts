import type { Town } from '../../survey-definitions/contract/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import type { PageModel } from '../http/views.js';
import { formatDate, type Language, type Texts } from '../i18n/index.js';
import type { Token } from './account.js';
import { roleNames, townNames } from './names.viewModels.js';
import { roleField, townFields } from './rightsFields.viewModels.js';
import type { FormValues } from './staffPages/formValues.js';
import { fieldsOf, summaryOf, type FormModel } from './staffPages/staffForm.js';
import { cell, column, type TableModel } from './staffPages/staffTable.js';

export interface TokensPage extends PageModel {
  heading: string;
  explanation: string;
  notice: string | null;
  back: { label: string; href: string };
  table: TableModel;
  formHeading: string;
  form: FormModel;
}

declare module '../http/views.js' {
  interface Views {
    'accounts/tokens': TokensPage;
  }
}

interface TokensMaterial {
  t: Texts;
  language: Language;
  towns: readonly Town[];
  tokens: readonly Token[];
  revoked: boolean;
}

export function buildTokensPage(material: TokensMaterial, values: FormValues, faults: FieldFault[]): Omit<TokensPage, 'layout'> {
  const { t, language, towns, revoked } = material;
  const fields = fieldsOf(values, faults);
  return {
    heading: t('accounts.tokens'),
    explanation: t('accounts.tokens_explanation'),
    notice: revoked ? t('accounts.token_revoked') : null,
    back: { label: t('accounts.people'), href: '/accounts/people' },
    table: tokenTable(material),
    formHeading: t('accounts.new_token'),
    form: {
      action: '/accounts/tokens',
      hidden: [],
      fields: [
        fields.text('name', t('accounts.token_name'), { hint: t('accounts.token_name_hint') }),
        roleField(fields, 'radio', t),
        fields.text('lastDay', t('accounts.token_last_day'), {
          type: 'date',
          short: true,
          hint: t('accounts.token_last_day_hint'),
        }),
        ...townFields(fields, towns, language, t),
      ],
      submitLabel: t('accounts.make_token'),
      summary: summaryOf(faults, t),
    },
  };
}

function tokenTable({ t, language, towns, tokens }: TokensMaterial): TableModel {
  return {
    id: 'tokens',
    heading: t('accounts.tokens'),
    columns: [
      column(t('accounts.token_name')),
      column(t('accounts.role')),
      column(t('accounts.towns')),
      column(t('accounts.token_last_day')),
      column(t('accounts.action')),
    ],
    rows: tokens.map((token) => [
      cell(token.name),
      cell(roleNames([token.role], t)),
      cell(townNames(token.townIds ?? null, towns, language, t)),
      cell(formatDate(token.lastDay, language)),
      cell('', {
        deed: {
          action: `/accounts/tokens/${token._id}/revoke`,
          label: t('accounts.revoke'),
          spokenLabel: t('accounts.revoke_named', { name: token.name }),
        },
      }),
    ]),
    empty: t('accounts.no_tokens'),
  };
}
