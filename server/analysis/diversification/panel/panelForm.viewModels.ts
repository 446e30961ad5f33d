import { fieldsOf, summaryOf, type FormModel } from '../../../accounts/index.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import type { DatasetHead } from '../../datasets/dataset.js';
import type { Choices } from '../diversification.requests.js';

export interface PanelFormMaterial {
  language: Language;
  digest: string;
  /** How the measures are computed that go into the panel. */
  choices: Pick<Choices, 'level' | 'base' | 'absent'>;
  panels: readonly DatasetHead[];
  chosen: string;
  faults: FieldFault[];
}

/** The choice of the controls that go with the measures; null while there is no panel to choose. */
export function panelForm({ language, digest, choices, panels, chosen, faults }: PanelFormMaterial): FormModel | null {
  if (panels.length === 0) return null;
  const t = textsIn(language);
  const { level, base, absent } = choices;
  const options = panels.map(({ digest: value, name, columns }) => {
    return { value, label: t('diversification.panel_option', { name, columns: columns.map(({ id }) => id).join(', ') }) };
  });
  return {
    action: `/analysis/diversification/${digest}/panel`,
    hidden: Object.entries({ level, base, absent }).map(([name, value]) => ({ name, value })),
    fields: [
      fieldsOf({ controls: chosen }, faults).select(
        'controls',
        t('diversification.panel_controls'),
        [{ value: '', label: t('diversification.panel_choose') }, ...options],
        { hint: t('diversification.panel_hint') },
      ),
    ],
    submitLabel: t('diversification.panel_submit'),
    summary: summaryOf(faults, t),
  };
}
