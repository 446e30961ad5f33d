import { z } from 'zod';
import { FormValuesSchema, type FormValues } from '../../accounts/index.js';
import { parseTypedNumber } from '../../official/index.js';
import type { MarginFault } from './marginFault.js';
import { totalFaultsOf } from './marginTotals.js';
import type { MarginCategory } from './marginVariables.js';
import { keyOf, marginName, type Margin } from './weighting.js';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const LONGEST_SOURCE = 300;

const UnitSchema = z.enum(['count', 'percent']).catch('count');

/** The field of a category in the form. */
export function categoryField(codes: readonly number[]): string {
  return `share-${keyOf(codes).replaceAll('*', '-')}`;
}

/** A margin as it stands in the form. */
export function typedAgain(margin: Margin): FormValues {
  return {
    unit: margin.unit,
    source: margin.source,
    year: String(margin.year),
    ...Object.fromEntries(margin.categories.map(({ codes, value }) => [categoryField(codes), String(value)])),
  };
}

export interface MarginFormMaterial {
  variables: readonly string[];
  categories: readonly MarginCategory[];
  /** The margins that this one stands beside. */
  others: readonly Margin[];
}

/** Reads the form of one margin; a category left empty or 0 has nobody in the population. */
export function readMarginForm(
  body: unknown,
  { variables, categories, others }: MarginFormMaterial,
): { margin: Margin } | { faults: MarginFault[]; shown: FormValues } {
  const shown = FormValuesSchema.parse(body);
  const textOf = (field: string): string => String(shown[field] ?? '').trim();
  const faults: MarginFault[] = [];
  const figures = categories.flatMap(({ codes }) => {
    const field = categoryField(codes);
    const value = figureFrom(textOf(field));
    if (value === undefined) faults.push({ field, code: 'number' });
    return value === undefined || value === 0 ? [] : [{ codes, value }];
  });
  const year = yearFrom(textOf('year'));
  const source = textOf('source');
  if (source === '' || source.length > LONGEST_SOURCE) faults.push({ field: 'source', code: 'source' });
  if (year === undefined) faults.push({ field: 'year', code: 'year' });
  const margin: Margin = {
    variables: [...variables],
    unit: UnitSchema.parse(shown.unit),
    categories: figures,
    source,
    year: year ?? FIRST_YEAR,
    merges: [],
  };
  const first = categoryField(categories[0]?.codes ?? []);
  const areFigures = faults.every(({ code }) => code !== 'number');
  if (areFigures) faults.unshift(...wholeFaultsOf(margin, others).map((fault) => ({ field: first, ...fault })));
  return faults.length === 0 ? { margin } : { faults, shown };
}

/** Faults of a margin whose figures are numbers each. */
export function wholeFaultsOf(margin: Margin, margins: readonly Margin[]): Pick<MarginFault, 'code' | 'values'>[] {
  if (margin.categories.length < 2) return [{ code: 'too_few' }];
  const name = marginName(margin.variables);
  return totalFaultsOf(
    margin,
    margins.filter(({ variables }) => marginName(variables) !== name),
  );
}

/** A count or per cent as people type it; nothing is 0. Undefined for what is no number from 0 on. */
export function figureFrom(text: string, mark: 'dot' | 'dot-or-comma' = 'dot-or-comma'): number | undefined {
  if (text === '') return 0;
  const value = parseTypedNumber(text, mark);
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

export function yearFrom(text: string): number | undefined {
  const year = Number(text);
  return /^\d{4}$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}
