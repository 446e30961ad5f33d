import { z } from 'zod';
import { ConditionSchema } from './condition.js';
import { ItemIdSchema, PopulationSchema } from './identifiers.js';
import { AnalysisPopulationSchema, DerivedVariableSchema, IndicatorSchema } from './indicator.js';
import { isQuestion, ItemSchema, type Item, type Question } from './item.js';
import { LocalizedTextSchema } from './localizedText.js';
import { CodeListSchema, ScaleSchema, type AnswerOption } from './scale.js';
import { SpecialCodeTextSchema } from './specialCodes.js';
import { crossReferenceFaults } from './crossReferences.js';

export const SectionSchema = z.strictObject({
  id: ItemIdSchema,
  /** Absent for the consent and screening sections, which have no heading and do not count as a part. */
  title: LocalizedTextSchema.optional(),
  /** Shown above the first question of the section. */
  hint: LocalizedTextSchema.optional(),
  items: z.array(ItemSchema).min(1),
  /** Groups of neighbouring items that may be shown in random order. */
  randomised: z.array(z.array(ItemIdSchema).min(2)).default([]),
});
export type Section = z.infer<typeof SectionSchema>;

/** The questionnaire ends early when `when` holds; nothing of it is stored but a count. */
export const EndingRuleSchema = z.strictObject({ when: ConditionSchema, ending: z.enum(['declined', 'screenedOut']) });
export type Ending = z.infer<typeof EndingRuleSchema>['ending'];

/**
 * A published questionnaire version, with all its wordings. Placeholders in texts (`{minutes}`, `{organiser_name}`,
 * `{organiser_contact}`, `{enterprise_name}`, `{min_group}`) are filled from the wave.
 */
export const DefinitionShape = z.strictObject({
  id: ItemIdSchema,
  version: z.int().min(1),
  population: PopulationSchema,
  /** Median minutes to answer, until a pilot says otherwise. */
  minutes: z.int().min(1),
  title: LocalizedTextSchema,
  introduction: LocalizedTextSchema,
  /** Paragraphs above the consent question. */
  consent: z.array(LocalizedTextSchema).min(1),
  declined: LocalizedTextSchema,
  screenedOut: LocalizedTextSchema,
  thanks: LocalizedTextSchema,
  /** Asked before the first page when a link does not set the town; its answers are the towns of the wave. */
  townQuestion: LocalizedTextSchema,
  specialCodes: z.array(SpecialCodeTextSchema).length(5),
  /** Words in Latin letters that Kazakh and Russian texts may contain. */
  latinWords: z.array(z.string()),
  scales: z.array(ScaleSchema),
  lists: z.array(CodeListSchema),
  sections: z.array(SectionSchema).min(1),
  endings: z.array(EndingRuleSchema),
  derived: z.array(DerivedVariableSchema),
  /** Items or derived variables that may carry a margin in weighting. */
  weightingVariables: z.array(ItemIdSchema),
  straightlineSets: z.array(z.strictObject({ id: ItemIdSchema, items: z.array(ItemIdSchema).min(2) })),
  /** Defaults of the quality flags (methodology §1.3); a wave stores its own copy. */
  thresholds: z.strictObject({ speederSecondsPerItem: z.number().positive(), highMissingShare: z.number().min(0).max(1) }),
  indicators: z.array(IndicatorSchema),
  analysisPopulations: z.array(AnalysisPopulationSchema).min(1),
});

/** A complete, internally consistent questionnaire: shape and cross-references. */
export const DefinitionSchema = DefinitionShape.superRefine((definition, context) => {
  for (const fault of crossReferenceFaults(definition)) {
    context.addIssue({ code: 'custom', path: fault.path, message: fault.message });
  }
});
export type Definition = z.infer<typeof DefinitionShape>;

/** All items in the order in which they are asked. */
export function itemsInOrder(definition: Definition): Item[] {
  return definition.sections.flatMap((section) => section.items);
}

/** All items that expect an answer, in order. */
export function questionsInOrder(definition: Definition): Question[] {
  return itemsInOrder(definition).filter(isQuestion);
}

/** The answer options of an item with codes, in the order of the definition; none for numbers, texts and dates. */
export function optionsOf(definition: Definition, item: Item): AnswerOption[] {
  if (item.type === 'scale') return definition.scales.find((scale) => scale.id === item.scale)?.options ?? [];
  if (item.type === 'single' || item.type === 'multiple' || item.type === 'ranking') {
    return definition.lists.find((list) => list.id === item.list)?.options ?? [];
  }
  return [];
}
