import {
  fullWording,
  optionsOf,
  type AnswerOption,
  type Definition,
  type DerivedVariable,
  type Indicator,
  type LocalizedText,
  type Question,
} from '../../../survey-definitions/contract/index.js';
import { conditionInWords } from '../../design/index.js';
import { formatDate, formatInteger, formatNumber, textsIn, type Language } from '../../i18n/index.js';

/** A fact about a variable, named. */
export interface CodebookFact {
  label: string;
  value: string;
}

/** Stands where a draft has no words yet. */
const UNWRITTEN = '…';

export function words(text: LocalizedText, language: Language): string {
  return text[language].trim() || UNWRITTEN;
}

export function questionInWords(item: Question, language: Language): string {
  return item.lead ? words(fullWording(item), language) : words(item.text, language);
}

/** What has to be known of a question beside its wording and its codes. */
export function factsOf(item: Question, definition: Definition, language: Language): CodebookFact[] {
  const t = textsIn(language);
  const indicators = definition.indicators.flatMap(({ code, items }) =>
    items
      .filter((member) => member.item === item.id)
      .map(({ direction }) => t(direction === '+' ? 'codebook.enters' : 'codebook.enters_reversed', { code })),
  );
  const facts: [string, string | null][] = [
    [t('codebook.fact_type'), t(`codebook.type_${item.type}`)],
    [t('codebook.fact_range'), rangeInWords(item, language)],
    [t('codebook.fact_condition'), item.when ? conditionInWords(item.when, definition, language) : null],
    [t('codebook.fact_hint'), item.hint ? words(item.hint, language) : null],
    [t('codebook.fact_indicators'), indicators.join(', ') || null],
    [t('codebook.fact_former'), item.formerIds?.join(', ') ?? null],
    [t('codebook.fact_source'), item.source ?? null],
  ];
  return facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));
}

function rangeInWords(item: Question, language: Language): string | null {
  const t = textsIn(language);
  switch (item.type) {
    case 'integer':
      return t('codebook.range', { min: formatInteger(item.min, language), max: formatInteger(item.max, language) });
    case 'decimal':
      return t('codebook.range_decimals', {
        min: formatNumber(item.min, language, 0),
        max: formatNumber(item.max, language, 0),
        count: item.decimals,
      });
    case 'date':
      return item.min !== undefined && item.max !== undefined
        ? t('codebook.range', { min: formatDate(item.min, language), max: formatDate(item.max, language) })
        : null;
    case 'text':
      return t('codebook.range_text', { max: formatInteger(item.maxLength, language) });
    case 'multiple':
      return item.maxChoices === undefined ? null : t('codebook.range_choices', { max: item.maxChoices });
    default:
      return null;
  }
}

/** How a variable is computed from answers. */
export function derivationInWords(variable: DerivedVariable, definition: Definition, language: Language): string {
  const t = textsIn(language);
  switch (variable.type) {
    case 'recode': {
      const cases = variable.cases.map(({ from, to }) => t('codebook.derived_case', { from: from.join(', '), to }));
      return t('codebook.derived_recode', { item: variable.item, cases: cases.join('; ') });
    }
    case 'condition': {
      const when = conditionInWords(variable.when, definition, language);
      return variable.zeroWhen === undefined
        ? t('codebook.derived_condition', { when })
        : t('codebook.derived_condition_zero', { when, zero: conditionInWords(variable.zeroWhen, definition, language) });
    }
    case 'midpoint': {
      const values = variable.midpoints.map(({ code, value }) => `${code} = ${formatInteger(value, language)}`);
      return t('codebook.derived_midpoint', { item: variable.item, year: variable.validFrom, values: values.join('; ') });
    }
    case 'ratio':
      return t('codebook.derived_ratio', { numerator: variable.numerator, denominator: variable.denominator });
  }
}

interface CodeInWords {
  code: string;
  label: string;
  special: boolean;
}

/** Codes and their words: answers first, then the special answers that the question offers. */
export function codesOf(item: Question, definition: Definition, language: Language): CodeInWords[] {
  const specials = item.special.map((code) => {
    const label = definition.specialCodes.find((special) => special.code === code)?.label;
    return { code: String(code).replace('-', '−'), label: label ? words(label, language) : String(code), special: true };
  });
  return [...answerCodes(item, optionsOf(definition, item), language), ...specials];
}

/** Steps of a scale that have no words stand in one row. */
function answerCodes({ id }: Question, options: readonly AnswerOption[], language: Language): CodeInWords[] {
  const t = textsIn(language);
  const runs: AnswerOption[][] = [];
  for (const option of options) {
    const run = runs.at(-1);
    if (option.label === undefined && run?.[0] && run[0].label === undefined) run.push(option);
    else runs.push([option]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    const code = first === last ? String(first.code) : `${first.code}–${last.code}`;
    const label = first.label ? words(first.label, language) : t('codebook.unlabelled');
    return [
      { code, label: first.text ? `${label} ${t('codebook.with_text', { column: `${id}__text` })}` : label, special: false },
    ];
  });
}

export function indicatorItems({ items }: Indicator, language: Language): string {
  const t = textsIn(language);
  return items.map(({ item, direction }) => (direction === '+' ? item : t('codebook.reversed', { item }))).join(', ');
}
