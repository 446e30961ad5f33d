import { blockOfIndicator, methodDifferencesFrom } from '../../../scoring/index.js';
import type { Method, MethodIndicator } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import { aggregationText, normalisationTexts, shareText, surveyNormalisationTexts, weightsText } from '../pages/methodWords.js';
import type { MethodNames } from './methodNames.js';
import { scorableForms } from './offers.js';
import { sharesOf, stepsOf, type MethodStep } from './steps.js';
import type { Statistics } from '../../../survey-definitions/contract/index.js';

/** A method as it is read. */
export interface ReadMethod {
  readonly method: Method;
  readonly language: Language;
  readonly t: Texts;
  readonly figures: Figures;
  readonly names: MethodNames;
  readonly statistics: Statistics;
}

/** Names under which two versions differ that compute the same. */
const IDENTITY = new Set(['id', 'version']);

/** Everything in which the second method computes otherwise than the first, a sentence each; empty where nothing does. */
export function differencesInWords(first: ReadMethod, second: ReadMethod): string[] {
  const found = [
    ...indicatorDifferences(first, second),
    ...stepsOf(first.method).flatMap((step) => stepDifferences(step, first, second)),
    ...ruleDifferences(first, second),
  ];
  const others = methodDifferencesFrom(first.method, second.method).filter(({ rule }) => !IDENTITY.has(rule));
  return found.length === 0 && others.length > 0 ? [first.t('methods.diff_other')] : found;
}

function changed(t: Texts, what: string, first: string, second: string): string[] {
  return first === second ? [] : [t('methods.diff', { what, first, second })];
}

function indicatorDifferences(first: ReadMethod, second: ReadMethod): string[] {
  const { t } = first;
  const only = (one: ReadMethod, other: ReadMethod): string[] =>
    one.method.indicators
      .filter(({ code }) => other.method.indicators.every((indicator) => indicator.code !== code))
      .map(({ code }) => one.names.indicator(code));
  const gone = only(first, second);
  const added = only(second, first);
  return [
    ...(gone.length > 0 ? [t('methods.diff_gone', { indicators: gone.join(', ') })] : []),
    ...(added.length > 0 ? [t('methods.diff_added', { indicators: added.join(', ') })] : []),
    ...originDifferences(first, second),
    ...first.method.indicators.flatMap((indicator) => {
      const other = second.method.indicators.find(({ code }) => code === indicator.code);
      return other ? ofIndicator(indicator, other, first, second) : [];
    }),
  ];
}

/** Indicators that come from elsewhere, those with the same change in one sentence. */
function originDifferences(first: ReadMethod, second: ReadMethod): string[] {
  const { t } = first;
  const moved = new Map<string, { codes: string[]; origins: [string, string] }>();
  for (const indicator of first.method.indicators) {
    const other = second.method.indicators.find(({ code }) => code === indicator.code);
    if (!other) continue;
    const origins: [string, string] = [first.names.origin(indicator), second.names.origin(other)];
    const key = origins.join('\n');
    moved.set(key, { origins, codes: [...(moved.get(key)?.codes ?? []), indicator.code] });
  }
  return [...moved.values()].flatMap(({ codes, origins }) =>
    changed(t, t('methods.diff_source', { indicators: codes.join(', ') }), ...origins),
  );
}

function ofIndicator(before: MethodIndicator, after: MethodIndicator, first: ReadMethod, second: ReadMethod): string[] {
  const { t, names } = first;
  const indicator = names.indicator(before.code);
  const what = (key: 'form' | 'block' | 'normalisation'): string => t(`methods.diff_${key}`, { indicator });
  return [
    ...changed(t, what('block'), names.step(blockOfIndicator(before)), second.names.step(blockOfIndicator(after))),
    ...changed(t, what('form'), formText(before, first), formText(after, second)),
    ...changed(t, what('normalisation'), normalisationText(before, first), normalisationText(after, second)),
  ];
}

function formText(indicator: MethodIndicator, { statistics, language }: ReadMethod): string {
  if (indicator.source === 'survey') return '';
  const form = scorableForms(statistics, indicator.code).find(({ id }) => id === indicator.scored);
  return form?.unit[language] ?? indicator.unit[language];
}

function normalisationText(indicator: MethodIndicator, { language, t, figures }: ReadMethod): string {
  const texts =
    indicator.source === 'statistics'
      ? normalisationTexts(indicator, language, t, figures)
      : surveyNormalisationTexts(indicator, t);
  return texts.join(' ').replace(/\.$/, '') || t('methods.by_itself');
}

function stepDifferences(step: MethodStep, first: ReadMethod, second: ReadMethod): string[] {
  const other = stepsOf(second.method).find(({ id }) => id === step.id);
  if (!other) return [];
  const { t, names } = first;
  const name = names.step(step.id);
  return [
    ...changed(
      t,
      t('methods.diff_mean', { step: name }),
      aggregationText(step.rule.aggregation, first),
      aggregationText(other.rule.aggregation, second),
    ),
    ...changed(
      t,
      t('methods.diff_weights', { step: name }),
      weightsText(step.rule.weights, first),
      weightsText(other.rule.weights, second),
    ),
    ...memberDifferences(step, other, first),
  ];
}

/** Equal weights that differ only because a member came or went are no difference of their own. */
function memberDifferences(step: MethodStep, other: MethodStep, { t, language, names }: ReadMethod): string[] {
  if (step.rule.weights === 'equal' && other.rule.weights === 'equal') return [];
  const [before, after] = [sharesOf(step), sharesOf(other)];
  if (!before || !after) return [];
  return step.members.flatMap((member) => {
    const [from, to] = [before.get(member), after.get(member)];
    if (from === undefined || to === undefined) return [];
    const what = t('methods.diff_weight', { member: names.member(member), step: names.step(step.id) });
    return changed(t, what, shareText(from, language), shareText(to, language));
  });
}

function ruleDifferences(first: ReadMethod, second: ReadMethod): string[] {
  const { t, names, figures } = first;
  return [
    ...first.method.blocks.flatMap(({ id, minimum }) => {
      const other = second.method.blocks.find((block) => block.id === id);
      const what = t('methods.rule_minimum', { block: names.step(id) });
      return other ? changed(t, what, String(minimum), String(other.minimum)) : [];
    }),
    ...changed(t, t('methods.field_max_age'), String(first.method.maxAgeYears), String(second.method.maxAgeYears)),
    ...changed(t, t('methods.field_floor'), figures.statistic(first.method.floor), figures.statistic(second.method.floor)),
    ...changed(t, t('methods.bands'), bandsText(first), bandsText(second)),
  ];
}

function bandsText({ method: { bands = [] }, language, t, figures }: ReadMethod): string {
  if (bands.length === 0) return t('methods.no_bands');
  return bands
    .map(({ from, name }) => t('methods.band_line', { from: figures.statistic(from), name: name[language] }))
    .join('; ');
}
