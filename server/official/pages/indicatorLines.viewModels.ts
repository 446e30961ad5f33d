import { formatNumber, type Language, type Texts } from '../../i18n/index.js';
import type { Statistics } from '../../../survey-definitions/contract/index.js';
import type { OfficialIndicator } from '../indicators.js';
import { figureText, tagsOf, undefinedText, type Tag } from './figureWords.js';

/** One of the eleven indicators of blocks A and B: number, or why there is none. */
export interface IndicatorLine {
  code: string;
  chipClass: string;
  name: string;
  value: string;
  valueNote: string;
  scored: string;
  score: string;
  scoreNote: string;
  reference: string;
  tags: Tag[];
}

export interface IndicatorLineMaterial {
  language: Language;
  statistics: Statistics;
  indicators: readonly OfficialIndicator[];
}

export function buildIndicatorRows({ language, statistics, indicators }: IndicatorLineMaterial, t: Texts): IndicatorLine[] {
  const nameOf = (id: string): string => statistics.inputs.find((input) => input.id === id)?.name[language] ?? id;
  return indicators.map((official) => {
    const { indicator, value, scored, score, forms, used } = official;
    const missing = undefinedText(scored, t, nameOf);
    const unit = forms?.value.unit[language] ?? '';
    const small = value.state === 'defined' && value.smallBase;
    return {
      code: indicator.code,
      chipClass: `tone-${indicator.code.charAt(0).toLowerCase()}`,
      name: indicator.name[language],
      value:
        value.state === 'defined'
          ? t('official.with_unit', { value: formatNumber(value.value, language, forms?.value.decimals ?? 2), unit })
          : t('official.not_defined'),
      valueNote: value.state === 'defined' ? String(value.year) : (undefinedText(value, t, nameOf) ?? ''),
      scored:
        scored.state === 'defined'
          ? t('official.with_unit', {
              value: formatNumber(scored.value, language, forms?.scored.decimals ?? 2),
              unit: indicator.unit[language],
            })
          : '–',
      score: score.state === 'scored' ? formatNumber(score.score, language, 1) : t('official.not_scored'),
      scoreNote: scoreNoteOf(official, missing, t),
      reference: referenceOf(official, language, t),
      tags: [...uniqueTags(used.flatMap((observation) => tagsOf(observation, t))), ...(small ? [smallBase(t)] : [])],
    };
  });
}

function scoreNoteOf({ indicator, score }: OfficialIndicator, missing: string | null, t: Texts): string {
  if (score.state === 'scored') return score.clipped === undefined ? '' : t('official.clipped');
  if (indicator.code === 'B4' && missing !== null) return `${missing}; ${t('official.reason_from_survey')}`;
  return missing ?? t('official.reason_awaiting_reference');
}

function referenceOf({ indicator: { normalisation } }: OfficialIndicator, language: Language, t: Texts): string {
  if (normalisation.type === 'awaitingReference') return t('official.reference_awaiting');
  const reference = 'reference' in normalisation ? normalisation.reference : undefined;
  if (reference)
    return t(reference.provisional ? 'official.reference_provisional' : 'official.reference', {
      value: figureText(reference.value, language),
      year: reference.year,
      source: reference.source[language],
    });
  if (normalisation.type !== 'goalposts') return '';
  return t('official.reference_goalposts', {
    lo: figureText(normalisation.lo, language),
    hi: figureText(normalisation.hi, language),
  });
}

function uniqueTags(tags: readonly Tag[]): Tag[] {
  return tags.filter((tag, at) => tags.findIndex(({ text }) => text === tag.text) === at);
}

function smallBase(t: Texts): Tag {
  return { text: t('official.tag_small_base'), tone: 'care' };
}
