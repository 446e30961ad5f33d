import type { FormModel } from '../../accounts/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { ExportForm } from '../export.requests.js';

/** Asks a second time before people who can be recognised leave the house. */
export interface ConfirmExportPage extends PageModel {
  heading: string;
  text: string;
  facts: { label: string; text: string }[];
  form: FormModel;
  instead: { href: string; label: string };
}

declare module '../../http/views.js' {
  interface Views {
    'export/confirm': ConfirmExportPage;
  }
}

export function buildConfirmPage(layout: Layout, language: Language, choice: ExportForm, waveName: string): ConfirmExportPage {
  const t = textsIn(language);
  const { wave, what, profile, labels, purpose } = choice;
  return {
    layout,
    heading: t('export.confirm_heading'),
    text: t('export.confirm_text'),
    facts: [
      { label: t('export.confirm_wave'), text: waveName },
      { label: t('export.confirm_purpose'), text: purpose },
    ],
    form: {
      action: '/export',
      hidden: Object.entries({ wave, what, profile, labels, purpose, confirmed: 'yes' }).map(([name, value]) => ({
        name,
        value,
      })),
      fields: [],
      submitLabel: t('export.confirm_button'),
      summary: null,
    },
    instead: { href: '/export', label: t('export.confirm_protected') },
  };
}
