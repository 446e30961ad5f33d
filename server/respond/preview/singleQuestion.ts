import type { Request, Response } from 'express';
import type { Definition, Item } from '../../../survey-definitions/contract/index.js';
import { buildLayout } from '../../http/layout.js';
import { renderView } from '../../http/views.js';
import { buildQuestion, type QuestionView } from '../question.viewModels.js';
import { sampleWording } from './sampleWording.js';

declare module '../../http/views.js' {
  interface Views {
    'design/previewItem': PageModel & { question: QuestionView };
  }
}

/** One question as respondents see it, beside the form in which it is written. */
export async function showSingleQuestion(req: Request, res: Response, definition: Definition, item: Item): Promise<void> {
  const wording = sampleWording(definition, req.language);
  const question = buildQuestion(item, { definition, wording, fields: {}, faults: [] });
  const layout = buildLayout(req, { title: question.ask, frame: 'respond', scripts: ['respond.js'] });
  res.setHeader('Cache-Control', 'no-store');
  await renderView(res, 'design/previewItem', { layout, question });
}
