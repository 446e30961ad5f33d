import type { Layout } from '../../../http/layout.js';
import { textsIn, type TextKey, type Texts } from '../../../i18n/index.js';
import { addressOf, type Choices } from '../diversification.requests.js';
import { MEASURES } from '../measures.js';
import type { Scene } from '../scene.js';

/** What the pages of one table of sectors have in common. */
export interface TableFrame {
  crumbs: { label: string; href: string }[];
  heading: string;
  /** The table's name, where the heading is a region's. */
  facts: string[];
  /** Said above everything where the figures are made up; null elsewhere. */
  synthetic: string | null;
  form: ChoiceForm;
  notes: { heading: string; texts: string[] };
}

interface ChoiceForm {
  action: string;
  fields: { name: string; label: string; options: { value: string; label: string; selected: boolean }[] }[];
  button: string;
}

interface FrameMaterial {
  layout: Layout;
  scene: Scene;
  /** Null on the page of all regions. */
  region: string | null;
}

export function tableFrame({ scene, region }: Omit<FrameMaterial, 'layout'>): TableFrame {
  const { language, dataset, economy, choices, names, size, figures } = scene;
  const t = textsIn(language);
  const place = region === null ? '' : `/${encodeURIComponent(region)}`;
  const own = { label: dataset.name, href: addressOf(dataset.digest, '', choices) };
  return {
    crumbs: [
      { label: t('diversification.crumb_analysis'), href: '/analysis' },
      { label: t('diversification.title'), href: '/analysis/diversification' },
      ...(region === null ? [] : [own]),
    ],
    heading: region === null ? dataset.name : names.region(region),
    facts: [
      ...(dataset.source === '' ? [] : [t('diversification.fact_source', { source: dataset.source })]),
      t('diversification.fact_size', {
        regions: figures.whole(economy.regions.length),
        years: figures.whole(economy.years.length),
        sectors: figures.whole(size.sectors),
        activities: figures.whole(size.activities),
      }),
      t('diversification.fact_digest', { digest: `${dataset.digest.slice(0, 12)}…` }),
    ],
    synthetic: dataset.synthetic ? t('diversification.synthetic_note') : null,
    form: choiceForm(`/analysis/diversification/${dataset.digest}${place}`, economy.years, choices, t),
    notes: { heading: t('diversification.notes_heading'), texts: NOTES.map((key) => t(key)) },
  };
}

const NOTES = [
  'diversification.note_coefficient',
  'diversification.note_variance',
  'diversification.note_small',
  'diversification.note_herfindahl',
  'diversification.note_entropy',
  'diversification.note_source',
] as const satisfies TextKey[];

function choiceForm(action: string, years: readonly number[], choices: Choices, t: Texts): ChoiceForm {
  const field = (name: keyof Choices, options: readonly { value: string; label: string }[]) => ({
    name,
    label: t(`diversification.choice_${name}`),
    options: options.map((option) => ({ ...option, selected: option.value === String(choices[name]) })),
  });
  return {
    action,
    fields: [
      field(
        'year',
        years.toReversed().map((year) => ({ value: String(year), label: String(year) })),
      ),
      field(
        'level',
        (['sector', 'activity'] as const).map((value) => ({ value, label: t(`diversification.level_${value}`) })),
      ),
      field(
        'measure',
        MEASURES.map((value) => ({ value, label: t(`diversification.column_${value}`) })),
      ),
      field(
        'base',
        (['bits', 'nats'] as const).map((value) => ({ value, label: t(`diversification.base_${value}`) })),
      ),
      field(
        'absent',
        (['zero', 'missing'] as const).map((value) => ({ value, label: t(`diversification.absent_${value}`) })),
      ),
    ],
    button: t('diversification.choice_show'),
  };
}
