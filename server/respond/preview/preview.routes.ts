import { Router } from 'express';
import { questionsInOrder } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { PreviewProvider } from '../../design/index.js';
import type { Definitions } from '../../definitions/index.js';
import { formFieldsOf, readPage } from '../questionForm.js';
import { showSingleQuestion } from './singleQuestion.js';
import { walkEntryRoutes } from './walkEntry.routes.js';
import { walkLeavingRoutes } from './walkLeaving.routes.js';
import { walkQuestionsRoutes } from './walkQuestions.routes.js';

interface PreviewDependencies {
  definitions: Definitions;
  draftDays: number;
  clock: () => Date;
}

/** A respondent's pages for whoever makes the questionnaire. Nothing here knows a repository: there is nothing to store. */
export function createPreview(dependencies: PreviewDependencies): PreviewProvider {
  const router = Router().use(walkQuestionsRoutes(), walkEntryRoutes(dependencies), walkLeavingRoutes(dependencies));
  return {
    walk: (visit, req, res, next) => {
      req.language = visit.language;
      res.setHeader('Content-Language', visit.language).setHeader('Cache-Control', 'no-store');
      res.locals.preview = visit;
      router(req, res, next);
    },
    showQuestion: showSingleQuestion,
    answersIn: (definition, fields) => readPage(definition, questionsInOrder(definition), fields).answers,
    fieldsOf: (definition, answers) => formFieldsOf(questionsInOrder(definition), answers) as FormValues,
  };
}
