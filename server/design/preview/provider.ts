import type { NextFunction, Request, Response } from 'express';
import type { Answers, Definition, Item, Language } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { Walk } from './walk.js';

/** One request of somebody who tries a questionnaire out. */
export interface PreviewVisit {
  /** Completed, so that it can be shown. */
  definition: Definition;
  /** Null before the first page is answered. */
  walk: Walk | null;
  language: Language;
  /** Where the pages of this questionnaire stand in a language, after these answers. */
  addressOf: (walk: Walk | null, language?: Language) => string;
}

/**
 * The respondent's pages as the designer may show them. The feature that takes answers comes later in the flow and hands
 * them in, so that what is tried out is what respondents will meet.
 */
export interface PreviewProvider {
  /** Answers a request below the address of a visit. */
  walk(visit: PreviewVisit, req: Request, res: Response, next: NextFunction): void;
  /** Draws a page with one question and nothing else. */
  showQuestion(req: Request, res: Response, definition: Definition, item: Item): Promise<void>;
  /** The answers that a form holds; what cannot be read is left out. */
  answersIn(definition: Definition, fields: FormValues): Answers;
  /** The form that holds these answers. */
  fieldsOf(definition: Definition, answers: Answers): FormValues;
}
