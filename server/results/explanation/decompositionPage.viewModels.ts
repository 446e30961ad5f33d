import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Texts } from '../../i18n/index.js';
import { figuresIn } from '../pages/figures.js';
import type { Baseline } from './baseline.js';
import type { ExplainedTown } from './explainedTown.js';
import {
  buildExplanationFrame,
  placeOf,
  queryOf,
  type ExplanationFrame,
  type FrameMaterial,
} from './explanationFrame.viewModels.js';
import { obstacleWords, type MethodDifferences } from './obstacleWords.viewModels.js';
import { buildPartsTables, type PartsTables } from './partsTable.viewModels.js';

/** What the score of a town is made of, against a baseline. */
export interface DecompositionPage extends PageModel {
  frame: ExplanationFrame;
  lead: string;
  form: {
    action: string;
    hidden: { name: string; value: string }[];
    label: string;
    button: string;
    options: { value: string; label: string; selected: boolean }[];
  };
  /** Instead of numbers where the two cannot be set against each other. */
  refused: { heading: string; reasons: string[] } | null;
  parts: PartsTables | null;
  notes: { heading: string; texts: string[] };
}

declare module '../../http/views.js' {
  interface Views {
    'results/decomposition': DecompositionPage;
  }
}

interface DecompositionMaterial extends ExplainedTown, FrameMaterial {
  layout: Layout;
  towns: readonly Town[];
  baseline: Baseline;
  differencesOf: MethodDifferences;
  /** Other towns and years with something to show. */
  others: { towns: readonly string[]; years: readonly number[] };
}

export function buildDecompositionPage(material: DecompositionMaterial): DecompositionPage {
  const { layout, language, town, picture, baseline, method, names } = material;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const subject = t('explanation.town_in_year', { town: town.name[language], year: picture.year });
  const against = nameOfBaseline(baseline, material, t);
  const parts = baseline.state === 'explained' ? baseline.parts : null;
  return {
    layout,
    frame: buildExplanationFrame(
      'decomposition',
      t('explanation.decomposition_heading', { town: town.name[language] }),
      material,
    ),
    lead: parts
      ? t(baseline.against.kind === 'middle' ? 'explanation.decomposition_lead_middle' : 'explanation.decomposition_lead', {
          score: figures.indicator(parts.score),
          against,
          baseline: figures.indicator(parts.baseline),
          difference: figures.points(parts.difference),
        })
      : t('explanation.decomposition_none'),
    form: formOf(material, t),
    refused:
      baseline.state === 'refused'
        ? {
            heading: t('explanation.refused', { first: subject, second: against }),
            reasons:
              baseline.obstacles === null
                ? [t('explanation.nothing_shown', { name: against })]
                : obstacleWords(
                    baseline.obstacles,
                    { first: subject, second: against, differencesOf: material.differencesOf },
                    t,
                  ),
          }
        : null,
    parts: parts && buildPartsTables(parts, { language, t, figures, method, names, labels: { start: against, end: subject } }),
    notes: { heading: t('explanation.how_to_read'), texts: notesOf(material, t) },
  };
}

function nameOfBaseline({ against }: Baseline, { towns, town, picture, language }: DecompositionMaterial, t: Texts): string {
  if (against.kind === 'middle') return t('explanation.against_middle');
  if (against.kind === 'year') return t('explanation.town_in_year', { town: town.name[language], year: against.year });
  const name = towns.find(({ id }) => id === against.town)?.name[language] ?? against.town;
  return t('explanation.town_in_year', { town: name, year: picture.year });
}

function formOf(material: DecompositionMaterial, t: Texts): DecompositionPage['form'] {
  const { town, towns, others, language, baseline } = material;
  const { against } = baseline;
  const option = (value: string, label: string, selected: boolean) => ({ value, label, selected });
  return {
    action: `/towns/${town.id}/decomposition`,
    hidden: Object.entries(queryOf(placeOf(material))).map(([name, value]) => ({ name, value })),
    label: t('explanation.against_label'),
    button: t('explanation.against_button'),
    options: [
      option('50', t('explanation.against_middle_option'), against.kind === 'middle'),
      ...others.years.map((year) =>
        option(`year:${String(year)}`, t('explanation.against_year', { year }), against.kind === 'year' && against.year === year),
      ),
      ...others.towns.map((id) =>
        option(
          `town:${id}`,
          towns.find((each) => each.id === id)?.name[language] ?? id,
          against.kind === 'town' && against.town === id,
        ),
      ),
    ],
  };
}

function notesOf({ picture, baseline }: DecompositionMaterial, t: Texts): string[] {
  const missing = picture.score.result.indicators.flatMap(({ state, code }) => (state === 'missing' ? [code] : []));
  const shapley = baseline.state === 'explained' && baseline.parts.shapley.length > 0;
  return [
    t('explanation.note_exact'),
    t('explanation.note_rounding'),
    ...(baseline.against.kind === 'middle' ? [t('results.fifty_means')] : [t('explanation.note_not_cause')]),
    ...(shapley ? [t('explanation.note_shapley')] : []),
    ...(missing.length > 0 ? [t('explanation.note_missing', { codes: missing.join(', ') })] : []),
  ];
}
