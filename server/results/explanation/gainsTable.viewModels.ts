import type { LocalizedText, Method, Town } from '../../../survey-definitions/contract/index.js';
import { formatNumber, type Language, type Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import type { ShareSegment } from '../pages/intervalBar.js';
import { explanationHref, type ExplainedPlace } from './explanationFrame.viewModels.js';
import { GAIN_STEPS } from './explanation.requests.js';
import type { GainStepName, RankedGain } from './gainChoice.js';

/** What would raise the score most: one step of each indicator, ranked by what it brings. */
export interface GainsTable {
  heading: string;
  intro: string;
  steps: { label: string; options: { label: string; href: string; current: boolean }[] };
  /** Said instead of rows. */
  none: string;
  columns: { indicator: string; gain: string; elasticity: string; attempt: string };
  rows: {
    code: string;
    chipClass: string;
    name: string;
    detail: string;
    gain: string;
    bar: ShareSegment[];
    elasticity: string;
    attempt: { label: string; href: string };
  }[];
  notes: string[];
}

interface GainsMaterial {
  gains: readonly RankedGain[] | null;
  step: GainStepName;
  place: ExplainedPlace;
  method: Method;
  names: ReadonlyMap<string, LocalizedText>;
  towns: readonly Town[];
  language: Language;
  t: Texts;
  figures: Figures;
}

export function buildGainsTable(material: GainsMaterial): GainsTable {
  const { gains, step, place, t } = material;
  return {
    heading: t('explanation.gains_heading'),
    intro: t('explanation.gains_intro'),
    steps: {
      label: t('explanation.gains_step'),
      options: GAIN_STEPS.map((each) => ({
        label: t(`explanation.step_${each}`),
        href: `${explanationHref('what-if', place, { step: each })}#gains`,
        current: each === step,
      })),
    },
    none: gains === null ? t('explanation.answer_partial') : gains.length === 0 ? t(`explanation.gains_none_${step}`) : '',
    columns: {
      indicator: t('explanation.gains_indicator'),
      gain: t('explanation.gains_gain'),
      elasticity: t('explanation.gains_elasticity'),
      attempt: t('explanation.gains_try'),
    },
    rows: rowsOf(gains ?? [], material),
    notes: [t('explanation.gains_note_exact'), t('explanation.gains_note_elasticity'), t('explanation.gains_note_limits')],
  };
}

function rowsOf(gains: readonly RankedGain[], material: GainsMaterial): GainsTable['rows'] {
  const { place, step, names, language, t } = material;
  const largest = Math.max(0, ...gains.map(({ gain }) => gain));
  return gains.map(({ code, block, gain, elasticity, ...more }) => ({
    code,
    chipClass: `tone-${block.toLowerCase()}`,
    name: names.get(code)?.[language] ?? code,
    detail: detailOf({ code, block, gain, elasticity, ...more }, material),
    gain: `${gain > 0 ? '+' : ''}${formatNumber(gain, language, 2)}`,
    bar: [{ at: '0%', width: `${largest === 0 ? 0 : Math.round((1000 * gain) / largest) / 10}%`, segmentClass: 'shade-5' }],
    elasticity: formatNumber(elasticity, language, 2),
    attempt: {
      label: t('explanation.gains_try_this', { code }),
      href: explanationHref('what-if', place, { step, [code]: more.to.toFixed(1) }),
    },
  }));
}

function detailOf(
  { from, to, block, blockGain, heldBy, bestIn }: RankedGain,
  { towns, method, language, t, figures }: GainsMaterial,
): string {
  const values = { from: figures.indicator(from), to: figures.indicator(to), block, points: figures.points(blockGain) };
  const best = bestIn.map((id) => towns.find((town) => town.id === id)?.name[language] ?? id).join(', ');
  return [
    t('explanation.gains_detail', values),
    ...(best === '' ? [] : [t('explanation.gains_best', { towns: best })]),
    ...(heldBy === null ? [] : [t('explanation.gains_held', { part: heldBy, floor: method.floor })]),
  ].join(' ');
}
