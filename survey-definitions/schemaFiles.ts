import { z } from 'zod';
import {
  AnalysisPopulationSchema,
  AnswerOptionSchema,
  CodeListSchema,
  ConditionSchema,
  DefinitionShape,
  DerivedVariableSchema,
  DirectionsShape,
  EndingRuleSchema,
  ForeignNameSchema,
  IndicatorCodeSchema,
  IndicatorSchema,
  ItemIdSchema,
  ItemSchema,
  LocalizedTextSchema,
  MethodIndicatorSchema,
  MethodSchema,
  NormalisationSchema,
  PanelColumnSchema,
  PanelTransformationSchema,
  PublishedScenariosSchema,
  ReferenceValueSchema,
  RegressionModelSchema,
  RegressionPresetSchema,
  ScaleSchema,
  ScenarioMethodSchema,
  SectionSchema,
  SpecialCodeTextSchema,
  StatisticsSchema,
  SubstantiveCodeSchema,
  TownSchema,
  TownsSchema,
} from './contract/index.js';

/** Files that a schema describes, and what editors show as its title. */
const FILES = [
  { name: 'questionnaire', title: 'A version of a questionnaire', schema: DefinitionShape },
  { name: 'method', title: 'A version of a scoring method', schema: MethodSchema },
  { name: 'scenario-method', title: 'A version of a scenario method', schema: ScenarioMethodSchema },
  { name: 'published-scenarios', title: 'Scenarios of towns as a paper prints them', schema: PublishedScenariosSchema },
  {
    name: 'directions',
    title: 'Directions of development and the indicators that they are linked with',
    schema: DirectionsShape,
  },
  { name: 'statistics', title: 'The catalogue of official statistics', schema: StatisticsSchema },
  { name: 'preset', title: 'A preset of regressions', schema: RegressionPresetSchema },
  { name: 'towns', title: 'The single-industry towns', schema: TownsSchema },
];

/** Parts with a name of their own: an editor shows the title, and a condition can refer to itself. */
const PARTS: [id: string, title: string, schema: z.ZodType][] = [
  ['id', 'Lower snake case of at most 41 characters, without "__"', ItemIdSchema],
  ['text', 'A text in the three languages', LocalizedTextSchema],
  ['condition', 'A rule over answers; a comparison with a missing or negative answer is false', ConditionSchema],
  ['item', 'A question or a note', ItemSchema],
  ['section', 'A section', SectionSchema],
  ['ending', 'Who is thanked early', EndingRuleSchema],
  ['answerCode', 'The code of an answer; negative numbers are kept for non-answers', SubstantiveCodeSchema],
  ['foreignName', 'The name in the files of other programs', ForeignNameSchema],
  ['option', 'One answer of a scale', AnswerOptionSchema],
  ['scale', 'An ordered scale of answers', ScaleSchema],
  ['list', 'A list of answers', CodeListSchema],
  ['specialCode', 'A typed non-answer', SpecialCodeTextSchema],
  ['derived', 'A variable computed from answers', DerivedVariableSchema],
  ['indicator', 'An indicator: the mean of its items', IndicatorSchema],
  ['indicatorCode', 'A block letter and a number', IndicatorCodeSchema],
  ['population', 'A set of respondents', AnalysisPopulationSchema],
  ['methodIndicator', 'An indicator of a method', MethodIndicatorSchema],
  ['normalisation', 'How a value becomes a score of 0–100', NormalisationSchema],
  ['referenceValue', 'A frozen reference value', ReferenceValueSchema],
  ['town', 'A town', TownSchema],
  ['panelColumn', 'A column of a panel in lower snake case', PanelColumnSchema],
  ['panelTransformation', 'A column computed from others', PanelTransformationSchema],
  ['regressionModel', 'A regression of a panel', RegressionModelSchema],
];

/**
 * The JSON Schemas of the files in survey-definitions, for the completion and checks of editors. They are generated from
 * the contract in the draft that editors understand best (7) and say everything about shape; what has to fit together
 * across a file is said by the platform's own checks.
 */
export function schemaFiles(): { file: string; text: string }[] {
  const metadata = z.registry<{ id?: string; title?: string }>();
  for (const [id, title, schema] of PARTS) metadata.add(schema, { id, title });
  return FILES.map(({ name, title, schema }) => {
    const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', metadata, override: withoutNoise });
    return { file: `${name}.schema.json`, text: `${JSON.stringify({ $schema, title, ...body }, null, 2)}\n` };
  });
}

/** A whole number is bounded by what JavaScript can count, which tells a writer nothing. */
function withoutNoise({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
