import {
  SCENARIO_LEVELS,
  type Scenario,
  type ScenarioIndicator,
  type ScenarioLevel,
  type ScenarioMethod,
} from '../../../survey-definitions/contract/index.js';
import {
  fieldsOf,
  summaryOf,
  type ErrorSummary,
  type FieldGroup,
  type FormField,
  type FormValues,
} from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { levelText } from '../scenario/pages/scenarioWords.js';
import { bandedIndicators, boundField, pointsField, SIDES, sideField } from './editFields.js';
import { METHOD_ADDRESS } from './methodPage.viewModels.js';

/** A cell of points; null where the indicator does not have the band. */
type PointCell = { name: string; value: string; spoken: string; error: string | null } | null;

interface PointTable {
  id: string;
  heading: string;
  columns: string[];
  rows: { name: string; cells: PointCell[] }[];
}

export interface ScenarioMethodEditPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  intro: string;
  summary: ErrorSummary | null;
  action: string;
  readVersion: string;
  bands: { heading: string; intro: string; fields: FormField[] };
  points: { heading: string; intro: string; tables: PointTable[] };
  why: FormField[];
  submitLabel: string;
}

declare module '../../http/views.js' {
  interface Views {
    'analysis/scenarioMethodEdit': ScenarioMethodEditPage;
  }
}

export interface EditMaterial {
  layout: Layout;
  language: Language;
  /** The version that the next one is made from. */
  method: ScenarioMethod;
  values: FormValues;
  faults: FieldFault[];
}

/** Bands that stand in one column because no indicator has both. */
const COLUMNS: readonly (readonly ScenarioLevel[])[] = SCENARIO_LEVELS.filter((level) => level !== 'medium').map((level) =>
  level === 'average' ? ['average', 'medium'] : [level],
);

export function buildEditPage(material: EditMaterial): ScenarioMethodEditPage {
  const { layout, language, method, values, faults } = material;
  const t = textsIn(language);
  const fields = fieldsOf(values, faults);
  const next = method.version + 1;
  return {
    layout,
    back: { label: t('scenario.title'), href: METHOD_ADDRESS },
    heading: t('scenario.edit_title'),
    intro: t('scenario.edit_intro', { next }),
    summary: summaryOf(faults, t),
    action: `${METHOD_ADDRESS}/edit`,
    readVersion: String(method.version),
    bands: {
      heading: t('scenario.edit_bands'),
      intro: t('scenario.edit_bands_text'),
      fields: bandedIndicators(method).map((indicator) => bandGroup(indicator, fields, language)),
    },
    points: {
      heading: t('scenario.edit_points'),
      intro: t('scenario.edit_points_text'),
      tables: method.rule.scenarios.map((scenario) => pointTable(scenario, material)),
    },
    why: [fields.text('why', t('scenario.edit_why'), { rows: 2, hint: t('scenario.edit_why_hint') })],
    submitLabel: t('scenario.edit_save', { next }),
  };
}

function bandGroup(indicator: ScenarioIndicator, fields: ReturnType<typeof fieldsOf>, language: Language): FieldGroup {
  const t = textsIn(language);
  return {
    kind: 'group',
    label: indicator.name[language],
    hint: null,
    fields: [
      ...indicator.bands.slice(1).map(({ level }) =>
        fields.text(boundField(indicator, level), t('scenario.edit_bound', { level: levelText(level, t) }), {
          inputmode: 'decimal',
          short: true,
        }),
      ),
      fields.select(
        sideField(indicator),
        t('scenario.edit_side'),
        SIDES.map((side) => ({ value: side, label: t(`scenario.edit_side_${side}`) })),
      ),
    ],
  };
}

function pointTable(scenario: Scenario, { language, method, values, faults }: EditMaterial): PointTable {
  const t = textsIn(language);
  const cellFor = (indicator: ScenarioIndicator, levels: readonly ScenarioLevel[]): PointCell => {
    const level = indicator.bands.find((band) => levels.includes(band.level))?.level;
    if (!level) return null;
    const name = pointsField(scenario, indicator, level);
    const words = { scenario: scenario.name[language], indicator: indicator.name[language], level: levelText(level, t) };
    return {
      name,
      value: [values[name] ?? ''].flat()[0] ?? '',
      spoken: t('scenario.edit_cell', words),
      error: faults.some(({ field }) => field === name) ? t('scenario.fault_cell') : null,
    };
  };
  return {
    id: `points-${scenario.id}`,
    heading: scenario.name[language],
    columns: [t('scenario.indicator'), ...COLUMNS.map(([level]) => (level ? levelText(level, t) : ''))],
    rows: bandedIndicators(method).map((indicator) => ({
      name: indicator.name[language],
      cells: COLUMNS.map((levels) => cellFor(indicator, levels)),
    })),
  };
}
