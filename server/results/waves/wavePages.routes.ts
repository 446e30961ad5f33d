import { Router } from 'express';
import { z } from 'zod';
import type { Definition, Town } from '../../../survey-definitions/contract/index.js';
import { mayUseTown, signedInPersonOf, type Accounts } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import { parseAddress, parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { staffLayout } from '../layouts.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import { buildWavePage } from '../pages/wavePage.viewModels.js';
import { isCounted } from '../towns/scoreWaves.js';
import { compareWaves, type WaveFigures } from './waveComparison.js';

export interface WavePagesSurroundings {
  accounts: Accounts;
  towns: readonly Town[];
  fieldwork: FieldworkService;
  estimates: LiveEstimates;
  definitionOf: (wave: Wave) => Definition;
}

const AddressSchema = z.object({ slug: z.string().max(80) });
const ChoiceSchema = z.object({
  town: z.string().max(60).optional(),
  with: z.string().max(80).optional(),
});

/** Live estimates of one wave, of any questionnaire, beside those of another wave: for coordinators only. */
export function wavePagesRouter({ accounts, towns, fieldwork, estimates, definitionOf }: WavePagesSurroundings): Router {
  const router = Router();

  router.get('/results/waves/:slug', accounts.allow('liveResults'), async (req, res) => {
    const { slug } = parseAddress(AddressSchema, req.params);
    const choice = parseRequest(ChoiceSchema, req.query);
    const wave = await fieldwork.getWave(slug);
    const visible = wave.towns.map(({ townId }) => townId).filter((townId) => mayUseTown(signedInPersonOf(req), townId));
    const townId = choice.town === undefined ? visible[0] : visible.find((id) => id === choice.town);
    if (townId === undefined || !isCounted(wave)) throw new AppError('notFound');
    const others = (await fieldwork.listWaves({ townId })).filter(
      (other) => other.slug !== slug && other.population === wave.population && isCounted(other),
    );
    const other = others.find((candidate) => candidate.slug === choice.with);
    const then = other ? await figuresOf(other, townId) : null;
    const { demonstration } = await fieldwork.getStudy(wave.study);
    const page = buildWavePage({
      layout: staffLayout(req, accounts, {
        title: textsIn(req.language)('results.wave_heading', { wave: slug }),
        synthetic: demonstration,
      }),
      language: req.language,
      wave,
      townId,
      towns: towns.filter(({ id }) => visible.includes(id)),
      others,
      then: then && { wave: then.wave },
      indicators: compareWaves(await figuresOf(wave, townId), then),
    });
    await renderView(res, 'results/wave', page);
  });

  async function figuresOf(wave: Wave, townId: string): Promise<WaveFigures> {
    return { wave, definition: definitionOf(wave), estimates: await estimates.of(wave, townId) };
  }

  return router;
}
