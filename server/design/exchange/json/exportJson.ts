import type { Definition } from '../../../../survey-definitions/contract/index.js';
import type { TextStatus } from '../../questionnaires/draft.js';
import { FILE_FORMAT, FILE_FORMAT_VERSION, type QuestionnaireFile } from './questionnaireFile.js';

/** The whole questionnaire as JSON, indented, so that two versions can be compared line by line. */
export function exportJson(definition: Definition, statuses: readonly TextStatus[]): string {
  const file: QuestionnaireFile = {
    format: FILE_FORMAT,
    formatVersion: FILE_FORMAT_VERSION,
    definition,
    translation: [...statuses],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
