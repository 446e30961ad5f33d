import { Router, type Request, type Response } from 'express';
import { signedInPersonOf, staffLayout } from '../accounts/index.js';
import { AppError } from '../errors.js';
import { parseAddress } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { getManagedWave, getVisibleWave, mayManageWave } from './access.js';
import { countedWaves, shownWave } from './countedWaves.js';
import { WaveAddressSchema } from './fieldwork.requests.js';
import type { FieldworkSurroundings } from './surroundings.js';
import { countsOf } from './waveCounts.js';
import { buildWaveListPage } from './waveList.viewModels.js';
import { buildWavePage } from './wavePage.viewModels.js';
import { nextStates, openingFaults } from './waveStates.js';

const STEPS = [
  { step: 'open', state: 'open', action: 'wave_opened' },
  { step: 'pause', state: 'paused', action: 'wave_paused' },
  { step: 'close', state: 'closed', action: 'wave_closed' },
  { step: 'archive', state: 'archived', action: 'wave_archived' },
] as const;

/** The list of waves, and one wave with its state, links and counts. */
export function waveRoutes({ accounts, definitions, fieldwork, board, clock, baseUrl }: FieldworkSurroundings): Router {
  const router = Router();
  const surroundings = { fieldwork, board };
  const slugOf = (req: Request) => parseAddress(WaveAddressSchema, req.params).slug;

  router.get('/fieldwork', accounts.allow('waves'), async (req, res) => {
    const { language } = req;
    const content = buildWaveListPage({
      t: textsIn(language),
      language,
      towns: definitions.towns,
      waves: await countedWaves(signedInPersonOf(req), surroundings),
      studies: await fieldwork.listStudies(),
    });
    const layout = staffLayout(req, { title: content.heading, current: 'fieldwork' });
    await renderView(res, 'fieldwork/waves', { layout, ...content });
  });

  router.get('/fieldwork/waves/:slug', accounts.allow('waves'), async (req, res) => {
    await showWave(req, res, 200);
  });

  for (const { step, state, action } of STEPS)
    router.post(`/fieldwork/waves/:slug/${step}`, accounts.allow('waves'), async (req, res) => {
      const person = signedInPersonOf(req);
      const { slug } = await getManagedWave(fieldwork, slugOf(req), person);
      try {
        await fieldwork.changeState(slug, state);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalidInput') throw error;
        await showWave(req, res, 422);
        return;
      }
      await accounts.audit({ person, action, object: slug });
      res.redirect(303, `/fieldwork/waves/${slug}?changed=state`);
    });

  async function showWave(req: Request, res: Response, status: number): Promise<void> {
    const { language } = req;
    const person = signedInPersonOf(req);
    const wave = await getVisibleWave(fieldwork, slugOf(req), person);
    const manageable = mayManageWave(person, wave);
    const next = manageable ? nextStates(wave.state) : [];
    const definition = definitions.definition(wave.definitionId, wave.definitionVersion);
    const shown = await shownWave(wave, surroundings);
    const t = textsIn(language);
    const content = buildWavePage({
      ...shown,
      t,
      language,
      definition,
      towns: definitions.towns,
      counts: await countsOf(wave, person, fieldwork, board),
      baseUrl,
      next,
      obstacles: next.includes('open') ? openingFaults(wave, definition, clock()) : [],
      manageable,
      elsewhere: board.waveLinks(wave, language),
      moved: req.query.changed === 'state',
    });
    const banner = shown.study.demonstration ? t('common.demonstrationBanner') : null;
    const languageHref = `/fieldwork/waves/${wave.slug}`;
    const layout = staffLayout(req, { title: content.heading, current: 'fieldwork', banner, languageHref });
    await renderView(res, 'fieldwork/wave', { layout, ...content }, status);
  }

  return router;
}
