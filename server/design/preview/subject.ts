import { z } from 'zod';
import type { Definition, Language } from '../../../survey-definitions/contract/index.js';
import { parseAddress } from '../../http/parse.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { completedForShowing } from './completedForShowing.js';
import { walkInAddress, type Walk } from './walk.js';

const SubjectSchema = z.object({ questionnaire: z.string(), version: z.coerce.number().int().optional() });

/** What is tried out: the draft of a questionnaire, or one of its published versions. */
export interface PreviewSubject {
  /** As it is written. */
  written: Definition;
  /** Completed, so that it can be shown. */
  shown: Definition;
  /** Null for a published version. */
  draft: DraftRevision | null;
  /** `/design/<questionnaire>/draft/preview` */
  address: string;
}

/** @throws AppError notFound */
export async function loadSubject(
  { drafts, definitions }: Pick<DesignSurroundings, 'drafts' | 'definitions'>,
  parameters: unknown,
): Promise<PreviewSubject> {
  const { questionnaire, version } = parseAddress(SubjectSchema, parameters);
  if (version === undefined) {
    const draft = await drafts.get(questionnaire);
    const shown = completedForShowing(draft.definition);
    return { written: draft.definition, shown, draft, address: `${draftAddress(questionnaire)}/preview` };
  }
  const written = definitions.definition(questionnaire, version);
  return { written, shown: written, draft: null, address: `/design/${questionnaire}/versions/${version}/preview` };
}

/** Where the respondent's pages of a subject stand in a language, after the answers of a walk. */
export function phoneAddress({ address }: Pick<PreviewSubject, 'address'>, language: Language, walk: Walk | null): string {
  return `${address}/phone/${language}/${walkInAddress(walk)}`;
}
