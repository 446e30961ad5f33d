import type { LocalizedText, Town } from '../../../survey-definitions/contract/index.js';
import { summaryOf, type ErrorSummary } from '../../accounts/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Texts } from '../../i18n/index.js';
import { figuresIn, type Figures } from '../pages/figures.js';
import {
  buildExplanationFrame,
  explanationHref,
  placeOf,
  queryOf,
  type ExplanationFrame,
  type FrameMaterial,
} from './explanationFrame.viewModels.js';
import type { GainStepName, RankedGain } from './gainChoice.js';
import { buildGainsTable, type GainsTable } from './gainsTable.viewModels.js';
import type { Scenario } from './scenario.js';
import type { StartingPoint } from './startingPoint.js';
import { buildWhatIfAnswer, type WhatIfAnswer } from './whatIfAnswer.viewModels.js';
import { buildWhatIfBlocks, type WhatIfBlock } from './whatIfFields.viewModels.js';

/** What the score would be if some indicators were different. */
export interface WhatIfPage extends PageModel {
  frame: ExplanationFrame;
  summary: ErrorSummary | null;
  intro: string;
  answer: WhatIfAnswer;
  form: {
    action: string;
    hidden: { name: string; value: string }[];
    heading: string;
    hint: string;
    blocks: WhatIfBlock[];
    button: string;
    reset: { label: string; href: string };
    sliderLabel: string;
  };
  gains: GainsTable;
  notes: string[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/whatIf': WhatIfPage;
  }
}

export interface WhatIfMaterial extends FrameMaterial {
  layout: Layout;
  towns: readonly Town[];
  names: ReadonlyMap<string, LocalizedText>;
  now: StartingPoint;
  scenario: Scenario;
  typed: Readonly<Record<string, string>>;
  step: GainStepName;
  gains: readonly RankedGain[] | null;
}

export function buildWhatIfPage(material: WhatIfMaterial): WhatIfPage {
  const { layout, language, town, method, now, scenario, typed, step } = material;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const place = placeOf(material);
  const origins = new Map(material.picture.score.statistics.map(({ code, origin }) => [code, origin]));
  return {
    layout,
    frame: buildExplanationFrame('what-if', t('explanation.what_if_heading', { town: town.name[language] }), material),
    summary: faultsOf(scenario, t),
    intro: t('explanation.what_if_intro'),
    answer: buildWhatIfAnswer({ method, now: now.score, scenario, language, t, figures }),
    form: {
      action: `/towns/${town.id}/what-if`,
      hidden: Object.entries({ ...queryOf(place), step }).map(([name, value]) => ({ name, value })),
      heading: t('explanation.fields_heading'),
      hint: t('explanation.fields_hint'),
      blocks: buildWhatIfBlocks({ ...material, score: now.score, typed, t, figures, origins }),
      button: t('explanation.compute'),
      reset: { label: t('explanation.reset'), href: explanationHref('what-if', place, { step }) },
      sliderLabel: t('explanation.slider'),
    },
    gains: buildGainsTable({ ...material, place, t, figures }),
    notes: notesOf(material, t, figures),
  };
}

function faultsOf(scenario: Scenario, t: Texts): ErrorSummary | null {
  if (scenario.state !== 'faulty') return null;
  return summaryOf(
    scenario.codes.map((code) => ({ field: code, message: t('explanation.field_fault', { code }) })),
    t,
  );
}

function notesOf({ picture, now }: WhatIfMaterial, t: Texts, figures: Figures): string[] {
  const [published, printed] = [picture.score.result.integral, now.score.integral].map((node) =>
    node.state === 'scored' ? figures.indicator(node.score) : null,
  );
  const missing = now.score.indicators.flatMap(({ state, code }) => (state === 'missing' ? [code] : []));
  return [
    t('explanation.note_thought'),
    published === printed || published == null
      ? t('explanation.note_printed')
      : t('explanation.note_printed_other', { score: published }),
    ...(missing.length > 0 ? [t('explanation.note_missing', { codes: missing.join(', ') })] : []),
  ];
}
