import type { Definition } from '../../../survey-definitions/contract/index.js';
import { cell, column, fieldsOf, type FormField } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn } from '../../i18n/index.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';
import { buildWaveFrame, type WaveFrame } from '../waves/waveFrame.viewModels.js';
import { bothEstimatesTable } from './bothEstimates.viewModels.js';
import { marginSections, type MarginSections, type MarginSectionsMaterial } from './marginSections.viewModels.js';
import { marginWordsIn } from './marginWords.js';
import type { MergeOffer } from './mergeOffers.js';
import { mergeSections, type MergeSections } from './mergeSections.viewModels.js';
import { AdjustmentSchema, type Weighting } from './weighting.js';
import type { WeightingFault } from './weightingFault.js';
import { weightReport, type WeightReport } from './weightReport.viewModels.js';
import { weightsAddress } from './weightsAddress.js';
import type { Section, TableSection, Telling } from './weightsTelling.js';

/** The weights of a wave in a town: margins, what they do, and the estimates with and without them. */
export interface WeightsPage extends PageModel, MarginSections, MergeSections {
  frame: WaveFrame;
  intro: string;
  /** What was just done; null unless something was. */
  done: string | null;
  status: string;
  /** Why there are no estimates; null where there are. */
  fault: string | null;
  adjustment: Section & { action: string; hidden: { name: string; value: string }[]; fields: FormField[]; submitLabel: string };
  report: WeightReport | null;
  both: TableSection;
  history: TableSection;
}

declare module '../../http/views.js' {
  interface Views {
    'results/weights': WeightsPage;
  }
}

export interface WeightsPageMaterial extends MarginSectionsMaterial {
  definition: Definition;
  fault: WeightingFault | null;
  offers: readonly MergeOffer[];
  weighted: WaveEstimates | null;
  unweighted: WaveEstimates | null;
  done: 'saved' | 'imported' | null;
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
    ...marginSections(material, telling),
    ...mergeSections(material.offers, history[0], telling),
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
        column(t('weighting.merged'), { figure: true }),
      ],
      rows: history.map(({ revision, recordedAt, recordedByName, adjustment, margins }) => [
        cell(String(revision), { figure: true }),
        cell(formatDate(recordedAt.toISOString().slice(0, 10), language)),
        cell(recordedByName),
        cell(t(`weighting.adjustment_${adjustment}`)),
        cell(String(margins.length), { figure: true }),
        cell(String(margins.flatMap(({ merges }) => merges).length), { figure: true }),
      ]),
      empty: t('weighting.no_history'),
    },
  };
}
