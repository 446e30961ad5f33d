import type { Definition } from '../../../../survey-definitions/contract/index.js';
import type { TextStatus } from '../../questionnaires/draft.js';

export const FILE_FORMAT = 'aleuet-questionnaire';
export const FILE_FORMAT_VERSION = 1;

/** A questionnaire as a file: whoever reads it knows what it is before reading what is in it. */
export interface QuestionnaireFile {
  format: typeof FILE_FORMAT;
  formatVersion: typeof FILE_FORMAT_VERSION;
  /** A published version or a draft; of a draft, texts may be empty and references may lead nowhere. */
  definition: Definition;
  /** How far the translation of single texts has come; what is not named is a draft. */
  translation: TextStatus[];
}
