import { blockOfIndicator, type TownScore } from '../../../scoring/index.js';
import type { LocalizedText, Method } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import type { Scenario } from './scenario.js';

/** The indicators of a block that may be set. */
export interface WhatIfBlock {
  label: string;
  chipClass: string;
  name: string;
  fields: WhatIfField[];
}

interface WhatIfField {
  code: string;
  label: string;
  /** What it is now, in points; of an official figure in its unit too. */
  now: string;
  /** For the slider. */
  start: string;
  value: string;
  error: string | null;
}

interface FieldsMaterial {
  method: Method;
  score: TownScore;
  scenario: Scenario;
  typed: Readonly<Record<string, string>>;
  names: ReadonlyMap<string, LocalizedText>;
  language: Language;
  t: Texts;
  figures: Figures;
  /** Of the statistical indicators by code. */
  origins: ReadonlyMap<string, 'official' | 'survey'>;
}

export function buildWhatIfBlocks(material: FieldsMaterial): WhatIfBlock[] {
  const { method, language } = material;
  return method.blocks.flatMap(({ id, shortName }) => {
    const fields = method.indicators
      .filter((indicator) => blockOfIndicator(indicator) === id)
      .flatMap((indicator) => fieldOf(indicator, material));
    return fields.length === 0 ? [] : [{ label: id, chipClass: `tone-${id.toLowerCase()}`, name: shortName[language], fields }];
  });
}

function fieldOf(indicator: Method['indicators'][number], material: FieldsMaterial): WhatIfField[] {
  const { score, scenario, typed, names, language, t, figures, origins } = material;
  const { code } = indicator;
  const found = score.indicators.find((each) => each.code === code);
  if (found?.state !== 'scored') return [];
  const now = t('explanation.field_now', { score: figures.indicator(found.score) });
  const figure =
    indicator.source === 'statistics' && origins.get(code) === 'official'
      ? t('results.value_unit', { value: figures.statistic(found.value), unit: indicator.unit[language] })
      : null;
  return [
    {
      code,
      label: names.get(code)?.[language] ?? code,
      now: figure === null ? now : t('explanation.field_now_figure', { now, figure }),
      start: found.score.toFixed(1),
      value: typed[code] ?? '',
      error: scenario.state === 'faulty' && scenario.codes.includes(code) ? t('explanation.field_fault', { code }) : null,
    },
  ];
}
