import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';

/** The title of a document: the page, the site, and "Error:" before both while the form has faults. */
export function documentTitle(t: Texts, heading: string, faults: FieldFault[]): string {
  const prefix = faults.length > 0 ? `${t('interface.ui_error_prefix')} ` : '';
  return `${prefix}${heading} – ${t('common.siteName')}`;
}
