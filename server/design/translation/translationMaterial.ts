import type { Language } from '../../i18n/index.js';
import type { ShownForm } from '../editing/editor.routes.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { TextChoice } from './translation.requests.js';

/** What the page of translations is made of. */
export interface TranslationMaterial {
  language: Language;
  draft: DraftRevision;
  choice: TextChoice;
  form: ShownForm;
  /** The largest form that the server takes. */
  formBytes: number;
}
