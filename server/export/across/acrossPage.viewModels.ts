import { fieldsOf, summaryOf, type ErrorSummary, type FormModel, type FormValues } from '../../accounts/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type LocalizedText } from '../../i18n/index.js';
import { LABELS, PROFILES } from '../files/profile.js';

export interface AcrossPage extends PageModel {
  heading: string;
  intro: string;
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  /** Null while there is nothing to choose. */
  form: FormModel | null;
  none: string;
}

declare module '../../http/views.js' {
  interface Views {
    'export/across': AcrossPage;
  }
}

/** A questionnaire with the waves of it that somebody may have. */
export interface AcrossChoice {
  id: string;
  title: LocalizedText;
  waves: readonly Wave[];
}

interface AcrossMaterial {
  language: Language;
  choices: readonly AcrossChoice[];
  values: FormValues;
  faults: FieldFault[];
}

export function buildAcrossPage({ language, choices, values, faults }: AcrossMaterial): Omit<AcrossPage, 'layout'> {
  const t = textsIn(language);
  const fields = fieldsOf({ profile: 'machine', labels: 'codes', ...values }, faults);
  return {
    heading: t('codebook.across_heading'),
    intro: t('codebook.across_intro'),
    back: { label: t('export.page_heading'), href: '/export' },
    summary: summaryOf(faults, t),
    none: t('codebook.across_none'),
    form:
      choices.length === 0
        ? null
        : {
            action: '/export/across',
            hidden: [],
            summary: null,
            submitLabel: t('export.download'),
            fields: [
              fields.choices(
                'questionnaire',
                t('codebook.across_questionnaire'),
                choices.map(({ id, title, waves }) => ({
                  value: id,
                  label: t('codebook.across_choice', {
                    title: title[language],
                    count: waves.length,
                    waves: waves.map(({ slug }) => slug).join(', '),
                  }),
                })),
              ),
              fields.choices(
                'profile',
                t('export.field_profile'),
                PROFILES.map((profile) => ({ value: profile, label: t(`export.profile_${profile}`) })),
              ),
              fields.choices(
                'labels',
                t('export.field_labels'),
                LABELS.map((labels) => ({ value: labels, label: t(`export.labels_${labels}`) })),
              ),
              fields.text('purpose', t('export.field_purpose'), { hint: t('export.field_purpose_hint') }),
            ],
          },
  };
}
