import { driversOf, type AnalysedSensitivity, type DrawGroup, type GroupSensitivity } from '../../../scoring/index.js';
import type { Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import { publicShareOf, wholePercent } from './publicUncertainty.js';

/** What a sensitivity analysis is of: the score of a town, or the order of towns. */
export type Subject = 'score' | 'order';

/** Below this share of what arises only together nothing is said of it. */
const LEAST_TOGETHER = 0.1;
const LITTLE = 0.1;
const MUCH = 0.5;

export function groupName(group: DrawGroup, t: Texts): string {
  return t(`uncertainty.group_${group}`);
}

/**
 * What drives a result, in words that claim no more than the bootstrap intervals allow: a source is named first only where
 * its interval lies above all others, and several together where they cannot be told apart.
 */
export function driverSentences(sensitivity: AnalysedSensitivity, subject: Subject, t: Texts, figures: Figures): string[] {
  return [
    leadSentence(sensitivity, subject, t, figures),
    ...togetherSentence(sensitivity, t, figures),
    ...samplingSentence(sensitivity, t, figures),
    ...notVariedSentence(sensitivity, t),
  ];
}

function leadSentence(sensitivity: AnalysedSensitivity, subject: Subject, t: Texts, figures: Figures): string {
  const { ordered, certain } = driversOf(sensitivity);
  const [first] = ordered;
  if (first === undefined) return t(`uncertainty.said_${subject}_none`);
  if (ordered.length === 1) return t(`uncertainty.said_${subject}_only`, { group: groupName(first.group, t) });
  const shareOf = (entry: GroupSensitivity, order: 'first' | 'total') => figures.percent(publicShareOf(entry[order]).share);
  if (certain.length === 1)
    return t(`uncertainty.said_${subject}_one`, {
      group: groupName(first.group, t),
      total: shareOf(first, 'total'),
      first: shareOf(first, 'first'),
    });
  const named = (entries: readonly GroupSensitivity[]): string =>
    entries
      .map((entry) => t('uncertainty.said_named', { group: groupName(entry.group, t), total: shareOf(entry, 'total') }))
      .join('; ');
  if (certain.length > 1) return t(`uncertainty.said_${subject}_several`, { groups: named(ordered.slice(0, certain.length)) });
  const rivals = ordered.filter(({ total }) => total.interval.upper >= first.total.interval.lower);
  return t(`uncertainty.said_${subject}_tie`, { groups: named(rivals) });
}

function togetherSentence({ groups }: AnalysedSensitivity, t: Texts, figures: Figures): string[] {
  const alone = groups.reduce((sum, { first }) => sum + Math.max(0, first.share), 0);
  const together = wholePercent(1 - alone);
  return groups.length > 1 && together >= LEAST_TOGETHER
    ? [t('uncertainty.said_together', { share: figures.percent(together) })]
    : [];
}

/** Whether it would help to ask more people; how much is said only where the interval of the share leaves no doubt. */
function samplingSentence({ groups }: AnalysedSensitivity, t: Texts, figures: Figures): string[] {
  const total = groups.find(({ group }) => group === 'sampling')?.total;
  if (total === undefined) return [];
  if (total.interval.upper < LITTLE) return [t('uncertainty.said_sampling_little')];
  if (total.interval.lower > MUCH) return [t('uncertainty.said_sampling_much')];
  return [t('uncertainty.said_sampling_some', { share: figures.percent(publicShareOf(total).share) })];
}

function notVariedSentence({ notVaried }: AnalysedSensitivity, t: Texts): string[] {
  if (notVaried.length === 0) return [];
  const names = notVaried.map((group) => {
    const name = groupName(group, t);
    return group === 'normalisation' ? t('uncertainty.why_not_normalisation', { group: name }) : name;
  });
  return [t('uncertainty.said_not_varied', { groups: names.join('; ') })];
}
