import { createInstance } from 'i18next';
import { LANGUAGES, type Language } from '../../survey-definitions/contract/index.js';
import accounts from './texts/accounts.json' with { type: 'json' };
import actions from './texts/actions.json' with { type: 'json' };
import analysis from './texts/analysis.json' with { type: 'json' };
import codebook from './texts/codebook.json' with { type: 'json' };
import common from './texts/common.json' with { type: 'json' };
import datasets from './texts/datasets.json' with { type: 'json' };
import description from './texts/description.json' with { type: 'json' };
import design from './texts/design.json' with { type: 'json' };
import designExchange from './texts/designExchange.json' with { type: 'json' };
import designLint from './texts/designLint.json' with { type: 'json' };
import designMeasurement from './texts/designMeasurement.json' with { type: 'json' };
import designPreview from './texts/designPreview.json' with { type: 'json' };
import designStructure from './texts/designStructure.json' with { type: 'json' };
import designTranslation from './texts/designTranslation.json' with { type: 'json' };
import designVersions from './texts/designVersions.json' with { type: 'json' };
import diversification from './texts/diversification.json' with { type: 'json' };
import errors from './texts/errors.json' with { type: 'json' };
import explanation from './texts/explanation.json' with { type: 'json' };
import exportTexts from './texts/export.json' with { type: 'json' };
import fieldwork from './texts/fieldwork.json' with { type: 'json' };
import interfaceTexts from './texts/interface.json' with { type: 'json' };
import journal from './texts/journal.json' with { type: 'json' };
import lineage from './texts/lineage.json' with { type: 'json' };
import methods from './texts/methods.json' with { type: 'json' };
import official from './texts/official.json' with { type: 'json' };
import paper from './texts/paper.json' with { type: 'json' };
import quality from './texts/quality.json' with { type: 'json' };
import refusals from './texts/refusals.json' with { type: 'json' };
import regression from './texts/regression.json' with { type: 'json' };
import respond from './texts/respond.json' with { type: 'json' };
import results from './texts/results.json' with { type: 'json' };
import scenario from './texts/scenario.json' with { type: 'json' };
import scenarioData from './texts/scenarioData.json' with { type: 'json' };
import uncertainty from './texts/uncertainty.json' with { type: 'json' };
import weighting from './texts/weighting.json' with { type: 'json' };

const FILES = {
  accounts,
  actions,
  analysis,
  codebook,
  common,
  datasets,
  description,
  design,
  designExchange,
  designLint,
  designMeasurement,
  designPreview,
  designStructure,
  designTranslation,
  designVersions,
  diversification,
  errors,
  explanation,
  export: exportTexts,
  fieldwork,
  interface: interfaceTexts,
  journal,
  lineage,
  methods,
  official,
  paper,
  quality,
  refusals,
  regression,
  respond,
  results,
  scenario,
  scenarioData,
  uncertainty,
  weighting,
};

type Files = typeof FILES;
/** `<file>.<key>`, for example `common.towns`. */
export type TextKey = { [File in keyof Files]: `${File}.${keyof Files[File] & string}` }[keyof Files];

/** A text is one sentence per language, or its plural forms per language (one, few, many, other), chosen by `count`. */
type Entry = Record<Language, string | Record<string, string>>;

export type Texts = (key: TextKey, values?: Record<string, string | number>) => string;

const resources = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    Object.fromEntries(
      Object.entries(FILES as Record<string, Record<string, Entry>>).map(([file, entries]) => [
        file,
        Object.fromEntries(Object.entries(entries).flatMap(([key, entry]) => formsOf(key, entry[language]))),
      ]),
    ),
  ]),
);

function formsOf(key: string, text: string | Record<string, string>): [string, string][] {
  return typeof text === 'string' ? [[key, text]] : Object.entries(text).map(([form, words]) => [`${key}_${form}`, words]);
}

const i18n = createInstance();
await i18n.init({
  resources,
  ns: Object.keys(FILES),
  fallbackLng: false,
  nsSeparator: '.',
  keySeparator: false,
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

const textsByLanguage = Object.fromEntries(LANGUAGES.map((language) => [language, createTexts(language)])) as Record<
  Language,
  Texts
>;

/** The interface texts in one language. An unknown key or a value left out is a programming fault and throws. */
export function textsIn(language: Language): Texts {
  return textsByLanguage[language];
}

/** Whether there is a text of this name, in one form for all counts. */
export function isTextKey(name: string): name is TextKey {
  return name.includes('.') && i18n.exists(name, { lng: LANGUAGES[0] });
}

/** Texts without values are the many, and are looked up once. */
function createTexts(language: Language): Texts {
  const translate = i18n.getFixedT(language) as unknown as (key: string, values: object) => string;
  const known = new Map<TextKey, string>();
  return (key, values) => {
    if (values !== undefined) return checked(translate(key, guarded(values)), key, language).replaceAll(GUARD, '{{');
    const text = known.get(key) ?? checked(translate(key, {}), key, language);
    known.set(key, text);
    return text;
  };
}

/** What people have written may hold two braces: they stay as they are and ask for no value. */
const GUARD = '\uE000\uE000';

function guarded(values: Record<string, string | number>): Record<string, string | number> {
  const braced = Object.entries(values).filter(([, value]) => typeof value === 'string' && value.includes('{{'));
  if (braced.length === 0) return values;
  return { ...values, ...Object.fromEntries(braced.map(([name, value]) => [name, String(value).replaceAll('{{', GUARD)])) };
}

function checked(text: string, key: TextKey, language: Language): string {
  if (text === key || text === key.slice(key.indexOf('.') + 1)) throw new Error(`no text "${key}" in ${language}`);
  const unfilled = /\{\{\w+\}\}/.exec(text);
  if (unfilled) throw new Error(`text "${key}" lacks a value for ${unfilled[0]}`);
  return text;
}
