import type { Definition } from '../../../survey-definitions/contract/index.js';
import { cell, column, fieldsOf, type FormField, type TableModel } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, formatNumber, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';
import { buildWaveFrame, type WaveFrame, type WaveFrameMaterial } from '../waves/waveFrame.viewModels.js';
import { bothEstimatesTable } from './bothEstimates.viewModels.js';
import { totalOf } from './marginTotals.js';
import type { MarginVariable } from './marginVariables.js';
import { marginWordsIn, type MarginWords } from './marginWords.js';
import type { MergeOffer } from './mergeOffers.js';
import { AdjustmentSchema, type Weighting } from './weighting.js';
import type { WeightingFault } from './weightingFault.js';
import { weightReport, type WeightReport } from './weightReport.viewModels.js';
import { weightsAddress, type WeightsAddress } from './weightsAddress.js';

interface Section {
  heading: string;
  text: string;
}

/** The weights of a wave in a town: margins, what they do, and the estimates with and without them. */
export interface WeightsPage extends PageModel {
  frame: WaveFrame;
  intro: string;
  /** What was just done; null unless something was. */
  done: string | null;
  status: string;
  /** Why there are no estimates; null where there are. */
  fault: string | null;
  margins: Section & { table: TableModel };
  add: Section & { action: string; hidden: { name: string; value: string }[]; fields: FormField[]; button: string };
  file: Section & {
    action: string;
    label: string;
    hint: string;
    button: string;
    links: { label: string; href: string }[];
    faults: { heading: string; headings: string[]; rows: { row: string; column: string; reason: string }[] } | null;
  };
  /** Categories to merge and categories that are merged; null without any. */
  offers: (Section & { table: TableModel }) | null;
  merged: (Section & { table: TableModel }) | null;
  adjustment: Section & { action: string; hidden: { name: string; value: string }[]; fields: FormField[]; submitLabel: string };
  report: WeightReport | null;
  both: Section & { table: TableModel };
  history: Section & { table: TableModel };
}

declare module '../../http/views.js' {
  interface Views {
    'results/weights': WeightsPage;
  }
}

export interface WeightsPageMaterial {
  frame: WaveFrameMaterial;
  definition: Definition;
  variables: readonly MarginVariable[];
  /** Revisions of the weighting, the newest first. */
  history: readonly Weighting[];
  fault: WeightingFault | null;
  offers: readonly MergeOffer[];
  weighted: WaveEstimates | null;
  unweighted: WaveEstimates | null;
  /** Faults of a file that was refused. */
  fileFaults: readonly FieldFault[];
  done: 'saved' | 'imported' | null;
}

interface Telling {
  t: Texts;
  language: Language;
  words: MarginWords;
  address: WeightsAddress;
}

export function buildWeightsPage(material: WeightsPageMaterial): WeightsPage {
  const { frame, variables, fault, weighted, history } = material;
  const { layout, language, wave, townId } = frame;
  const t = textsIn(language);
  const words = marginWordsIn(language, variables);
  const telling: Telling = { t, language, words, address: weightsAddress({ wave: wave.slug, townId }) };
  return {
    layout,
    frame: buildWaveFrame(frame),
    intro: t('weighting.intro'),
    done: material.done && t(`weighting.done_${material.done}`),
    status: statusOf(history[0], telling),
    fault: fault && t('weighting.fault', { fault: words.fault(fault) }),
    margins: marginSection(material, telling),
    add: addSection(material, telling),
    file: fileSection(material, telling),
    offers: offerSection(material, telling),
    merged: mergedSection(history[0], telling),
    adjustment: adjustmentSection(history[0], telling),
    report: weighted?.weighting ? weightReport(weighted.weighting, language, words) : null,
    both: {
      heading: t('weighting.both'),
      text: t(weighted?.weighting ? 'weighting.both_text' : 'weighting.both_unweighted'),
      table: bothEstimatesTable({ ...material, language }),
    },
    history: historySection(history, telling),
  };
}

function statusOf(current: Weighting | undefined, { t }: Telling): string {
  if (!current || current.adjustment === 'none' || current.margins.length === 0) return t('weighting.status_unweighted');
  return t('weighting.status_weighted', {
    adjustment: t(`weighting.adjustment_${current.adjustment}`),
    count: current.margins.length,
  });
}

function marginSection(
  { history: [current], frame }: WeightsPageMaterial,
  { t, language, words, address }: Telling,
): WeightsPage['margins'] {
  return {
    heading: t('weighting.margins'),
    text: t(`weighting.margins_of_${frame.wave.population}`),
    table: {
      id: 'margins',
      heading: t('weighting.margins'),
      columns: [
        column(t('weighting.margin')),
        column(t('weighting.categories'), { figure: true }),
        column(t('weighting.total'), { figure: true }),
        column(t('weighting.source')),
        column(t('weighting.year'), { figure: true }),
        column(t('weighting.deed')),
      ],
      rows: (current?.margins ?? []).map((margin) => [
        cell(words.margin(margin.variables), { href: address.ofMargin('margin', margin.variables) }),
        cell(String(margin.categories.length), { figure: true }),
        cell(margin.unit === 'count' ? formatNumber(totalOf(margin), language, 0) : t('weighting.in_percent'), { figure: true }),
        cell(margin.source),
        cell(String(margin.year), { figure: true }),
        cell('', {
          deed: {
            action: address.ofMargin('remove', margin.variables),
            label: t('weighting.remove'),
            spokenLabel: t('weighting.remove_margin', { margin: words.margin(margin.variables) }),
          },
        }),
      ]),
      empty: t('weighting.no_margins'),
    },
  };
}

function addSection({ variables, frame }: WeightsPageMaterial, { t, language }: Telling): WeightsPage['add'] {
  const fields = fieldsOf({}, []);
  const options = variables.map(({ id, name }) => ({ value: id, label: name[language] }));
  return {
    heading: t('weighting.add'),
    text: t('weighting.add_text'),
    action: `/results/waves/${frame.wave.slug}/weights/margin`,
    hidden: [{ name: 'town', value: frame.townId }],
    fields: [
      fields.select('variable', t('weighting.variable'), options),
      fields.select('with', t('weighting.together_with'), [{ value: '', label: t('weighting.alone') }, ...options]),
    ],
    button: t('weighting.add_button'),
  };
}

function fileSection({ fileFaults, history }: WeightsPageMaterial, { t, address }: Telling): WeightsPage['file'] {
  const hasMargins = (history[0]?.margins.length ?? 0) > 0;
  return {
    heading: t('weighting.file'),
    text: t('weighting.file_text'),
    action: address.page('import'),
    label: t('weighting.file_field'),
    hint: t('weighting.file_hint'),
    button: t('weighting.file_button'),
    links: [
      { label: t('weighting.template'), href: address.page('template.csv') },
      ...(hasMargins ? [{ label: t('weighting.export'), href: address.page('margins.csv') }] : []),
    ],
    faults:
      fileFaults.length === 0
        ? null
        : {
            heading: t('weighting.file_faults', { count: fileFaults.length }),
            headings: [t('official.fault_row'), t('official.fault_column'), t('official.fault_reason')],
            rows: fileFaults.map(({ row, field, message }) => ({
              row: row === undefined ? t('official.whole_file') : String(row),
              column: field === 'file' ? t('official.field_file') : field,
              reason: message,
            })),
          },
  };
}

function offerSection({ offers }: WeightsPageMaterial, { t, words, address }: Telling): WeightsPage['offers'] {
  if (offers.length === 0) return null;
  return {
    heading: t('weighting.offers'),
    text: t('weighting.offers_text'),
    table: {
      id: 'offers',
      heading: t('weighting.offers'),
      columns: [
        column(t('weighting.category')),
        column(t('weighting.margin')),
        column(t('weighting.respondents'), { figure: true }),
        column(t('weighting.deed')),
      ],
      rows: offers.map(({ variables, codes, respondents, into }) => {
        const category = words.category(variables, codes);
        const other = into && words.category(variables, into);
        const label = other === null ? t('weighting.no_neighbour') : t('weighting.merge_into', { other });
        return [
          cell(category),
          cell(words.margin(variables)),
          cell(String(respondents), { figure: true }),
          into
            ? cell('', {
                deed: {
                  action: address.ofMerge(variables, codes, into),
                  label,
                  spokenLabel: t('weighting.merge_spoken', { category, other: other ?? '' }),
                },
              })
            : cell(label),
        ];
      }),
      empty: '',
    },
  };
}

function mergedSection(current: Weighting | undefined, { t, words, address }: Telling): WeightsPage['merged'] {
  const merges = (current?.margins ?? []).flatMap((margin) =>
    margin.merges.map((merge) => ({ ...merge, variables: margin.variables })),
  );
  if (merges.length === 0) return null;
  return {
    heading: t('weighting.merged'),
    text: t('weighting.merged_text'),
    table: {
      id: 'merged',
      heading: t('weighting.merged'),
      columns: [
        column(t('weighting.category')),
        column(t('weighting.counted_as')),
        column(t('weighting.margin')),
        column(t('weighting.deed')),
      ],
      rows: merges.map(({ variables, codes, into }) => [
        cell(words.category(variables, codes)),
        cell(words.category(variables, into)),
        cell(words.margin(variables)),
        cell('', {
          deed: {
            action: address.ofSeparation(variables, codes),
            label: t('weighting.separate'),
            spokenLabel: t('weighting.separate_spoken', { category: words.category(variables, codes) }),
          },
        }),
      ]),
      empty: '',
    },
  };
}

function adjustmentSection(current: Weighting | undefined, { t, address }: Telling): WeightsPage['adjustment'] {
  const fields = fieldsOf({ adjustment: current?.adjustment ?? 'none' }, []);
  return {
    heading: t('weighting.adjustment'),
    text: t('weighting.adjustment_text'),
    action: address.page('adjustment'),
    hidden: [],
    fields: [
      fields.choices(
        'adjustment',
        t('weighting.adjustment'),
        AdjustmentSchema.options.map((value) => ({
          value,
          label: t(`weighting.adjustment_${value}`),
          hint: t(`weighting.adjustment_${value}_hint`),
        })),
      ),
    ],
    submitLabel: t('weighting.adjustment_button'),
  };
}

function historySection(history: readonly Weighting[], { t, language }: Telling): WeightsPage['history'] {
  return {
    heading: t('weighting.history'),
    text: t('weighting.history_text'),
    table: {
      id: 'history',
      heading: t('weighting.history'),
      columns: [
        column(t('weighting.revision'), { figure: true }),
        column(t('weighting.recorded')),
        column(t('weighting.recorded_by')),
        column(t('weighting.adjustment')),
        column(t('weighting.margins'), { figure: true }),
      ],
      rows: history.map(({ revision, recordedAt, recordedByName, adjustment, margins }) => [
        cell(String(revision), { figure: true }),
        cell(formatDate(recordedAt.toISOString().slice(0, 10), language)),
        cell(recordedByName),
        cell(t(`weighting.adjustment_${adjustment}`)),
        cell(String(margins.length), { figure: true }),
      ]),
      empty: t('weighting.no_history'),
    },
  };
}
