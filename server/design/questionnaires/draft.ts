import { z } from 'zod';
import { LanguageSchema, parseDraft, type Definition } from '../../../survey-definitions/contract/index.js';

/** How far a translation has come; a text without a status is a draft. */
export const TranslationStatusSchema = z.enum(['reviewed', 'backTranslated']);
/** The status of one text (key of `textsOf`) in one language. */
export const TextStatusSchema = z.strictObject({ key: z.string(), language: LanguageSchema, status: TranslationStatusSchema });
export type TextStatus = z.infer<typeof TextStatusSchema>;

/** What somebody did in one step: a sentence of the interface texts and its values. */
export const DeedSchema = z.strictObject({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const DraftContentSchema = z.custom<Definition>((value) => typeof value === 'object' && value !== null).transform(parseDraft);

/**
 * A questionnaire that is being written, as it stood after one step. Revisions only grow: undoing makes a new revision
 * with the content of an earlier one, so that nothing is overwritten and every open page knows whether it is stale.
 */
export const DraftRevisionSchema = z.object({
  questionnaire: z.string(),
  revision: z.int().min(1),
  /** Its version number is the one under which it would be published next. */
  definition: DraftContentSchema,
  statuses: z.array(TextStatusSchema),
  /** The published version that it continues; null for a new questionnaire. */
  basedOn: z.int().nullable(),
  deed: DeedSchema,
  /** Sign-in name. */
  by: z.string(),
  at: z.date(),
  /** The revisions whose content "undo" and "redo" bring back; null when there is nothing to undo or redo. */
  undoTo: z.int().nullable(),
  redoTo: z.int().nullable(),
});
export type DraftRevision = z.infer<typeof DraftRevisionSchema>;

/** One line of the history: a revision without its content. */
export const DraftStepSchema = DraftRevisionSchema.omit({ definition: true, statuses: true });
export type DraftStep = z.infer<typeof DraftStepSchema>;
export type Deed = z.infer<typeof DeedSchema>;

/** A published version: it never changes any more. */
export const PublishedQuestionnaireSchema = z.object({
  questionnaire: z.string(),
  version: z.int().min(1),
  definition: DraftContentSchema,
  statuses: z.array(TextStatusSchema),
  publishedAt: z.date(),
  publishedBy: z.string(),
});
export type PublishedQuestionnaire = z.infer<typeof PublishedQuestionnaireSchema>;
