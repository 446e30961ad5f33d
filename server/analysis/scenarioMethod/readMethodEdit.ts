import {
  LANGUAGES,
  type LocalizedText,
  type Scenario,
  type ScenarioBand,
  type ScenarioIndicator,
  type ScenarioMethod,
  type ScenarioTerm,
} from '../../../survey-definitions/contract/index.js';
import { FormValuesSchema, type FormReading, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { bandedIndicators, boundField, pointsField, sideField } from './editFields.js';
import { methodChanges } from './methodChanges.js';

const LONGEST_REASON = 300;
const BOUND = /^\d{1,5}([.,]\d{1,4})?$/;
const POINTS = /^\d{1,2}$/;
/** Of a drawn scale, the part below its last bound is at most this. */
const SCALE_BELOW_LAST_BAND = 0.8;

/** The next version as it was edited, and why. */
export interface MethodEdit {
  method: ScenarioMethod;
  why: string;
}

interface Reader {
  textOf: (name: string) => string;
  refuse: (field: string, message: string) => void;
  language: Language;
}

/** Reads the edited bands and rule into the version after `before`; either all of it is good, or every fault has its field. */
export function readMethodEdit(body: unknown, before: ScenarioMethod, language: Language): FormReading<MethodEdit> {
  const shown: FormValues = FormValuesSchema.parse(body);
  const faults: FieldFault[] = [];
  const reader: Reader = {
    textOf: (name) => ([shown[name] ?? ''].flat()[0] ?? '').trim(),
    refuse: (field, message) => faults.push({ field, message }),
    language,
  };
  const indicators = before.indicators.map((indicator) => readIndicator(indicator, reader));
  const scenarios = before.rule.scenarios.map((scenario) => readScenario(scenario, before, reader));
  const why = readReason(reader);
  const rule = { label: inEveryLanguage((texts) => texts('scenario.edited_label')), scenarios };
  const method = { ...before, version: before.version + 1, indicators, rule };
  if (faults.length === 0 && methodChanges(before, method).length === 0)
    reader.refuse('why', textsIn(language)('scenario.fault_unchanged'));
  return faults.length === 0 ? { read: true, values: { method, why } } : { read: false, shown, faults };
}

function readIndicator(indicator: ScenarioIndicator, { textOf, refuse, language }: Reader): ScenarioIndicator {
  const t = textsIn(language);
  const includesFrom = textOf(sideField(indicator)) !== 'below';
  let last = 0;
  const bands = indicator.bands.map((band, place): ScenarioBand => {
    if (place === 0) return band;
    const field = boundField(indicator, band.level);
    const text = textOf(field);
    const from = BOUND.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    if (Number.isNaN(from)) refuse(field, t('scenario.fault_bound', { indicator: indicator.name[language] }));
    else if (from <= last) refuse(field, t('scenario.fault_order', { indicator: indicator.name[language] }));
    else last = from;
    return { ...band, from, includesFrom };
  });
  return { ...indicator, bands, scaleTo: Math.max(indicator.scaleTo, last / SCALE_BELOW_LAST_BAND) };
}

function readScenario(scenario: Scenario, method: ScenarioMethod, reader: Reader): Scenario {
  const { refuse, language } = reader;
  const indicators = bandedIndicators(method);
  const terms = indicators.flatMap((indicator) => readTerm(scenario, indicator, reader));
  const [first] = indicators;
  if (terms.length === 0 && first?.bands[0])
    refuse(
      pointsField(scenario, first, first.bands[0].level),
      textsIn(language)('scenario.fault_no_points', { scenario: scenario.name[language] }),
    );
  return { ...scenario, terms };
}

/** A band without points is left out, and so is an indicator without such bands. */
function readTerm(scenario: Scenario, indicator: ScenarioIndicator, { textOf, refuse, language }: Reader): ScenarioTerm[] {
  const t = textsIn(language);
  const points = indicator.bands.flatMap(({ level }) => {
    const field = pointsField(scenario, indicator, level);
    const text = textOf(field);
    if (text === '') return [];
    if (!POINTS.test(text))
      refuse(field, t('scenario.fault_points', { scenario: scenario.name[language], indicator: indicator.name[language] }));
    return Number(text) === 0 ? [] : [[level, Number(text)] as const];
  });
  return points.length === 0 ? [] : [{ indicator: indicator.id, points: Object.fromEntries(points) }];
}

function readReason({ textOf, refuse, language }: Reader): string {
  const why = textOf('why');
  if (why === '') refuse('why', textsIn(language)('scenario.fault_why'));
  if (why.length > LONGEST_REASON) refuse('why', textsIn(language)('scenario.fault_long', { limit: LONGEST_REASON }));
  return why;
}

function inEveryLanguage(wordsOf: (t: Texts) => string): LocalizedText {
  return Object.fromEntries(LANGUAGES.map((language) => [language, wordsOf(textsIn(language))])) as LocalizedText;
}
