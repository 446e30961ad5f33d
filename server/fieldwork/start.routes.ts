import { Router } from 'express';
import { may, signedInPersonOf, staffLayout } from '../accounts/index.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { dayOf } from './calendar.js';
import { countedWaves } from './countedWaves.js';
import { buildStartPage } from './start.viewModels.js';
import type { FieldworkSurroundings } from './surroundings.js';
import { KAZAKHSTAN_TIME } from './wave.js';

/** Where staff arrive: what to do next, then how things stand. */
export function startRoutes({ accounts, definitions, fieldwork, board, clock }: FieldworkSurroundings): Router {
  const router = Router();

  router.get('/staff', accounts.allow('staffPages'), async (req, res) => {
    const { language } = req;
    const person = signedInPersonOf(req);
    const content = buildStartPage({
      t: textsIn(language),
      language,
      person,
      today: dayOf(clock(), KAZAKHSTAN_TIME),
      towns: definitions.towns,
      steps: await board.nextSteps({ person, language }),
      waves: may(person, 'liveResults') ? await countedWaves(person, { fieldwork, board }) : [],
    });
    await renderView(res, 'fieldwork/start', {
      layout: staffLayout(req, { title: content.heading, current: 'start' }),
      ...content,
    });
  });

  return router;
}
