import { formatDate, formatNumber } from '../../i18n/index.js';
import { STATUS_TEXTS, populationName } from '../pages/why.viewModels.js';
import type { ScoreSurvey } from '../scores/scoreContent.js';
import { marginVariablesOf } from '../weighting/marginVariables.js';
import { marginWordsIn } from '../weighting/marginWords.js';
import type { LineageCell } from './lineageBlocks.viewModels.js';
import type { LineageWords } from './lineageMaterial.js';

export interface LineageFact {
  label: string;
  value: string;
  href: string | null;
}

export interface SurveySource {
  /** The anchor that indicators lead to. */
  id: string;
  heading: string;
  facts: LineageFact[];
}

export interface OfficialSources {
  none: string;
  caption: string;
  headings: string[];
  rows: { name: string; usedBy: string; cells: LineageCell[]; note: string }[];
}

/** The surveys that a score took figures from, with questionnaire and weighting. */
export function buildSurveySources(words: LineageWords): SurveySource[] {
  const { content, definitionOf, language, t } = words;
  return content.surveys.map((survey) => {
    const { id, version } = survey.definition;
    const fact = (label: string, value: string, href: string | null = null): LineageFact => ({ label, value, href });
    return {
      id: survey.population,
      heading: populationName(survey.population, t),
      facts: [
        fact(t('lineage.wave'), survey.wave),
        fact(
          t('lineage.questionnaire'),
          t('lineage.questionnaire_version', { title: definitionOf(id, version).title[language], version }),
          `/export/codebooks/${id}/${version}`,
        ),
        fact(t('lineage.origin'), t(survey.demonstration ? 'lineage.origin_demonstration' : 'lineage.origin_real')),
        fact(t('lineage.flags'), flagsText(survey.excludedFlags, t)),
        fact(t('lineage.weighting'), weightingText(survey, words)),
      ],
    };
  });
}

export function flagsText(flags: readonly string[], t: LineageWords['t']): string {
  return flags.length === 0
    ? t('lineage.flags_none')
    : flags.map((flag) => t(`results.flag_${flag as 'speeder' | 'straightliner' | 'highMissing' | 'duplicate'}`)).join(', ');
}

function weightingText({ weighting, definition }: ScoreSurvey, { definitionOf, language, t }: LineageWords): string {
  if (!weighting) return t('weighting.status_unweighted');
  const margin = marginWordsIn(language, marginVariablesOf(definitionOf(definition.id, definition.version)));
  const merged = weighting.margins.reduce((sum, { merges }) => sum + merges.length, 0);
  return [
    t(`weighting.adjustment_${weighting.adjustment}`),
    ...weighting.margins.map(({ variables, source, year }) =>
      t('lineage.weighting_margin', { margin: margin.margin(variables), source, year }),
    ),
    ...(merged === 0 ? [] : [t('lineage.weighting_merged', { count: merged })]),
    ...(weighting.conservative ? [t('lineage.weighting_conservative')] : []),
    ...(weighting.designEffect === null
      ? []
      : [t('lineage.weighting_design_effect', { value: formatNumber(weighting.designEffect, language, 2) })]),
  ].join('; ');
}

/** The official figures that a score used, with everything that makes them traceable. */
export function buildOfficialSources({ content, statistics, language, t, figures }: LineageWords): OfficialSources {
  const inputOf = (id: string) => statistics.inputs.find((input) => input.id === id);
  const headings = [
    t('results.figure_value'),
    t('results.figure_year'),
    t('results.figure_source'),
    t('results.figure_area'),
    t('results.figure_status'),
  ];
  return {
    none: content.observations.length === 0 ? t('lineage.official_none') : '',
    caption: t('lineage.official_caption'),
    headings: [t('results.figure_name'), ...headings],
    rows: content.observations.map((observation) => {
      const { id, input, value, year, source, date, areaLevel, proxy, status, note } = observation;
      const texts = [
        t('results.value_unit', { value: figures.statistic(value), unit: inputOf(input)?.unit[language] ?? observation.unit }),
        String(year),
        t('results.source_of_day', { source, date: formatDate(date, language) }),
        [t(`results.area_${areaLevel}`), ...(proxy ? [t('results.tag_proxy')] : [])].join(', '),
        t(STATUS_TEXTS[status]),
      ];
      return {
        name: inputOf(input)?.name[language] ?? input,
        usedBy: t('lineage.used_by', { codes: codesUsing(id, content.statistics).join(', ') }),
        note,
        cells: texts.map((text, at) => ({ label: headings[at] ?? '', text, cellClass: at === 0 ? 'num' : '', href: null })),
      };
    }),
  };
}

function codesUsing(observation: string, statistics: LineageWords['content']['statistics']): string[] {
  return statistics.flatMap(({ code, forms }) =>
    Object.values(forms).some((form) => form.state === 'defined' && form.observations.includes(observation)) ? [code] : [],
  );
}
