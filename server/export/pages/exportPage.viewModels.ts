import type { Town } from '../../../survey-definitions/contract/index.js';
import {
  cell,
  column,
  fieldsOf,
  summaryOf,
  type ErrorSummary,
  type FormModel,
  type FormValues,
  type TableModel,
} from '../../accounts/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, textsIn, type Language, type Texts } from '../../i18n/index.js';
import { EXPORT_CHOICES } from '../export.requests.js';
import type { StoredManifest } from '../files/manifest.js';
import { LABELS } from '../files/profile.js';

const DIGEST_LENGTH = 12;

/** The staff's page of files. */
export interface ExportPage extends PageModel {
  heading: string;
  intro: string;
  summary: ErrorSummary | null;
  /** Null while there is no wave. */
  form: FormModel | null;
  none: string;
  across: { href: string; label: string };
  official: { heading: string; text: string; links: { href: string; label: string }[] } | null;
  table: TableModel;
}

declare module '../../http/views.js' {
  interface Views {
    'export/export': ExportPage;
  }
}

export interface ExportPageMaterial {
  layout: Layout;
  language: Language;
  waves: readonly Wave[];
  towns: readonly Town[];
  mayHaveOfficial: boolean;
  recent: readonly StoredManifest[];
  values: FormValues;
  faults: FieldFault[];
}

export function buildExportPage(material: ExportPageMaterial): ExportPage {
  const { layout, language, waves, mayHaveOfficial, recent, faults } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: t('export.page_heading'),
    intro: t('export.page_intro'),
    summary: summaryOf(faults, t),
    form: waves.length === 0 ? null : formFrom(material, t),
    none: t('export.page_no_waves'),
    across: { href: '/export/across', label: t('codebook.across_link') },
    official: mayHaveOfficial
      ? {
          heading: t('export.official_heading'),
          text: t('export.official_text'),
          links: ([`excel-${language}`, 'machine'] as const).map((profile) => ({
            href: `/export/observations.csv?profile=${profile}`,
            label: t(`export.profile_${profile}`),
          })),
        }
      : null,
    table: recentTable(recent, language, t),
  };
}

function formFrom({ language, waves, towns, values, faults }: ExportPageMaterial, t: Texts): FormModel {
  const fields = fieldsOf({ profile: `excel-${language}`, labels: 'text', ...values }, faults);
  const excel = (['excel-kk', 'excel-ru', 'excel-en'] as const).map((profile) => ({
    value: profile,
    label: t(`export.profile_${profile}`),
    hint: t(profile === 'excel-en' ? 'export.profile_excel-en_hint' : 'export.profile_excel_hint'),
  }));
  return {
    action: '/export',
    hidden: [],
    summary: null,
    submitLabel: t('export.download'),
    fields: [
      fields.select(
        'wave',
        t('export.field_wave'),
        waves.map((wave) => ({ value: wave.slug, label: waveLabel(wave, towns, language, t) })),
      ),
      fields.choices(
        'what',
        t('export.field_what'),
        EXPORT_CHOICES.map((what) => ({ value: what, label: t(`export.what_${what}`), hint: t(`export.what_${what}_hint`) })),
      ),
      fields.choices('profile', t('export.field_profile'), [
        ...excel,
        { value: 'machine', label: t('export.profile_machine'), hint: t('export.profile_machine_hint') },
      ]),
      fields.choices(
        'labels',
        t('export.field_labels'),
        LABELS.map((labels) => ({ value: labels, label: t(`export.labels_${labels}`) })),
      ),
      fields.text('purpose', t('export.field_purpose'), { hint: t('export.field_purpose_hint') }),
    ],
  };
}

/** Population, year and towns, and the short name that files carry. */
export function waveLabel(wave: Wave, towns: readonly Town[], language: Language, t: Texts): string {
  const population = t(`interface.lbl_${wave.population}`);
  const title = t('export.data_wave_title', { population, year: wave.referenceYear });
  const names = wave.towns.map(({ townId }) => towns.find(({ id }) => id === townId)?.name[language] ?? townId);
  return `${title} · ${names.join(', ')} (${wave.slug})`;
}

function recentTable(recent: readonly StoredManifest[], language: Language, t: Texts): TableModel {
  return {
    id: 'recent',
    heading: t('export.recent_heading'),
    columns: [
      column(t('export.recent_file')),
      column(t('export.recent_rows'), { figure: true }),
      column(t('export.recent_digest')),
      column(t('export.recent_manifest')),
    ],
    rows: recent.map(({ id, manifest }) => [
      cell(manifest.file),
      cell(formatInteger(manifest.rows, language), { figure: true }),
      cell(manifest.sha256.slice(0, DIGEST_LENGTH)),
      cell(t('export.recent_manifest'), { href: `/export/manifests/${id}` }),
    ]),
    empty: t('export.recent_none'),
  };
}
