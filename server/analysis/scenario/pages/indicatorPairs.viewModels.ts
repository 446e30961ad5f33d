import type { ScenarioIndicator, ScenarioLevel } from '../../../../survey-definitions/contract/index.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { computedFigure, type ReadPicture } from '../scenarioPicture.js';
import { bandStripFrom, type BandStrip } from './bandStrip.viewModels.js';
import type { ToldNote } from './notesTold.viewModels.js';
import { bandText, figureText, formulaText } from './scenarioWords.js';

/** One indicator: what it is, where it stands in its bands, its value; beside it what a paper prints, or the reversed. */
export interface IndicatorPair {
  name: string;
  formula: string;
  tag: { text: string; tone: 'plain' | 'care' } | null;
  /** Null for an indicator without bands. */
  strip: BandStrip | null;
  values: { label: string; value: string; band: string }[];
  notes: ToldNote[];
}

/** What stands beside the computed value: the printed one, or the one with unemployment reversed. */
export interface Beside {
  label: string;
  value: number;
  text: string;
  level: ScenarioLevel | null;
  kind: 'published' | 'reversed';
}

export interface PairExtras {
  ownLabel: string;
  besideOf: (indicator: ScenarioIndicator) => Beside | null;
  tagOf: (indicator: ScenarioIndicator) => IndicatorPair['tag'];
  notesOf: (indicator: ScenarioIndicator) => ToldNote[];
}

export function indicatorPairsFrom(picture: ReadPicture, extras: PairExtras, language: Language): IndicatorPair[] {
  const t = textsIn(language);
  return picture.method.indicators.map((indicator) => {
    const figure = computedFigure(picture, indicator.id);
    const beside = extras.besideOf(indicator);
    const marks = { recomputed: figure?.value, level: figure?.level ?? null, ...(beside && { [beside.kind]: beside.value }) };
    const formula = formulaText(indicator, picture, language) ?? indicator.printed[language];
    return {
      name: indicator.name[language],
      formula: indicator.symbol === null ? formula : `${indicator.symbol} = ${formula}`,
      tag: extras.tagOf(indicator),
      strip: indicator.bands.length === 0 ? null : bandStripFrom(indicator, marks, language),
      values: [
        ...(beside?.kind === 'published' ? [besideValue(indicator, beside, language, t)] : []),
        { label: extras.ownLabel, ...ownValue(indicator, picture, language, t) },
        ...(beside?.kind === 'reversed' ? [besideValue(indicator, beside, language, t)] : []),
      ],
      notes: extras.notesOf(indicator),
    };
  });
}

function ownValue(indicator: ScenarioIndicator, picture: ReadPicture, language: Language, t: Texts) {
  const figure = picture.reading.figures.find(({ id }) => id === indicator.id);
  if (figure?.state !== 'computed') return { value: '–', band: missingText(figure?.missing ?? [], picture, language, t) };
  const band = figure.level === null ? '' : bandText(indicator, figure.level, language, t);
  return { value: figureText(figure.value, language), band };
}

function besideValue(indicator: ScenarioIndicator, { label, text, level }: Beside, language: Language, t: Texts) {
  return { label, value: text, band: level === null ? '' : bandText(indicator, level, language, t) };
}

function missingText(missing: readonly string[], { method }: ReadPicture, language: Language, t: Texts): string {
  const names = missing.map((id) => method.inputs.find((input) => input.id === id)?.name[language] ?? id);
  return t('scenarioData.missing_inputs', { inputs: names.join('; ') });
}
