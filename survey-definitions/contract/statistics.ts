import { z } from 'zod';
import { IndicatorCodeSchema, ItemIdSchema } from './identifiers.js';
import { LocalizedTextSchema } from './localizedText.js';

/** A figure of official statistics that a person enters for a town and a year (questionnaires §8.2). */
const RawInputSchema = z.strictObject({
  id: ItemIdSchema,
  name: LocalizedTextSchema,
  /** What exactly is counted, so that two people enter the same figure. */
  meaning: LocalizedTextSchema,
  unit: LocalizedTextSchema,
  kind: z.enum(['count', 'money', 'index']),
  /** The area that the input describes; a figure of another area only stands in for it. */
  areaLevel: z.enum(['town', 'region', 'country']),
  /** Whether fractions are refused. */
  whole: z.boolean(),
  min: z.number(),
  max: z.number(),
});
export type RawInput = z.infer<typeof RawInputSchema>;

/**
 * Disjoint parts of a total: neither one of them nor all together may exceed it. Where `isSum` the parts make up the
 * total, and the total is entered as such only if its parts are not known.
 */
const WholeSchema = z.strictObject({ total: ItemIdSchema, parts: z.array(ItemIdSchema).min(1), isSum: z.boolean() });
export type Whole = z.infer<typeof WholeSchema>;

/** One form of a statistical indicator: how it is computed, in words, and how it is shown. */
const StatisticalFormSchema = z.strictObject({
  id: ItemIdSchema,
  formula: LocalizedTextSchema,
  unit: LocalizedTextSchema,
  decimals: z.int().min(0).max(4),
});

/** An indicator of block A or B: the value that the paper names and the form that enters the score; often the same. */
const StatisticalIndicatorFormsSchema = z.strictObject({
  code: IndicatorCodeSchema,
  /** What has to be entered, and how many years before year t. */
  inputs: z.array(z.strictObject({ input: ItemIdSchema, yearsBefore: z.int().min(0) })).min(1),
  value: StatisticalFormSchema,
  scored: StatisticalFormSchema,
});
export type StatisticalIndicatorForms = z.infer<typeof StatisticalIndicatorFormsSchema>;

const StatisticsShape = z.strictObject({
  version: z.int().min(1),
  inputs: z.array(RawInputSchema).min(1),
  wholes: z.array(WholeSchema),
  indicators: z.array(StatisticalIndicatorFormsSchema),
});
export type Statistics = z.infer<typeof StatisticsShape>;

/** The catalogue of official statistics: every id is unique, and wholes and indicators name existing inputs. */
export const StatisticsSchema = StatisticsShape.superRefine((statistics, context) => {
  const ids = statistics.inputs.map((input) => input.id);
  const fault = (path: (string | number)[], message: string): void => {
    context.addIssue({ code: 'custom', path, message });
  };
  for (const [at, input] of statistics.inputs.entries()) {
    if (ids.indexOf(input.id) < at) fault(['inputs', at, 'id'], 'this id is used twice');
    if (input.min > input.max) fault(['inputs', at, 'min'], 'the smallest value is above the largest');
  }
  const mustExist = (id: string, path: (string | number)[]): void => {
    if (!ids.includes(id)) fault(path, `no raw input "${id}"`);
  };
  for (const [at, whole] of statistics.wholes.entries())
    for (const id of [whole.total, ...whole.parts]) mustExist(id, ['wholes', at]);
  for (const [at, indicator] of statistics.indicators.entries())
    for (const { input } of indicator.inputs) mustExist(input, ['indicators', at, 'inputs']);
});
