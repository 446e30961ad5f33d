import { fieldsOf, summaryOf, type FormValues } from '../accounts/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import { languageNames, LANGUAGES, type Texts } from '../i18n/index.js';
import type { FieldworkFormPage } from './waveForm.viewModels.js';

export function buildStudyFormPage(
  t: Texts,
  values: FormValues,
  faults: FieldFault[],
  maySetThreshold: boolean,
): Omit<FieldworkFormPage, 'layout'> {
  const { text } = fieldsOf(values, faults);
  const number = { inputmode: 'numeric', short: true } as const;
  return {
    heading: t('fieldwork.new_study'),
    explanation: t('fieldwork.study_form_explanation'),
    back: { label: t('fieldwork.waves'), href: '/fieldwork' },
    form: {
      action: '/fieldwork/studies',
      hidden: [],
      fields: [
        {
          kind: 'group',
          label: t('fieldwork.study_name'),
          hint: null,
          fields: LANGUAGES.map((language) => text(`names.${language}`, languageNames[language])),
        },
        text('slug', t('fieldwork.study_slug'), { hint: t('fieldwork.study_slug_hint') }),
        text('retentionYears', t('fieldwork.retention'), { hint: t('fieldwork.retention_hint'), ...number }),
        ...(maySetThreshold
          ? [
              {
                kind: 'group' as const,
                label: t('fieldwork.k'),
                hint: t('fieldwork.k_hint'),
                fields: [
                  text('kMin.residents', t('interface.lbl_residents'), number),
                  text('kMin.researchers', t('interface.lbl_researchers'), number),
                ],
              },
            ]
          : []),
      ],
      submitLabel: t('fieldwork.create_study'),
      summary: summaryOf(faults, t),
    },
  };
}
