import { Router, type Request } from 'express';
import { may, type SignedInPerson } from '../accounts/index.js';
import { AppError } from '../errors.js';
import { parseAddress } from '../http/parse.js';
import { maySeeWave } from './access.js';
import { WaveAddressSchema } from './fieldwork.requests.js';
import type { FieldworkSurroundings } from './surroundings.js';
import { samplingOf, type Wave } from './wave.js';
import { countsOf } from './waveCounts.js';

/** `/api/v1/waves`: anyone sees waves that have been opened; those who monitor also see planned ones and counts. */
export function wavesApiRoutes({ accounts, definitions, fieldwork, board, baseUrl }: FieldworkSurroundings): Router {
  const router = Router();

  const monitors = (person: SignedInPerson | null, wave: Wave): person is SignedInPerson =>
    person !== null && may(person, 'liveResults') && maySeeWave(person, wave);

  async function answerFor(req: Request, wave: Wave) {
    const person = accounts.personOf(req);
    const { demonstration } = await fieldwork.getStudy(wave.study);
    return {
      slug: wave.slug,
      study: wave.study,
      demonstration,
      pilot: wave.pilot,
      population: wave.population,
      questionnaire: { id: wave.definitionId, version: wave.definitionVersion },
      referenceYear: wave.referenceYear,
      opens: wave.opens,
      closes: wave.closes,
      timeZone: wave.timeZone,
      state: wave.state,
      entry: fieldwork.entryOf(wave),
      access: wave.access,
      sampling: samplingOf(wave),
      towns: wave.towns.map(({ townId }) => ({ id: townId, name: definitions.town(townId).name })),
      page: `${baseUrl}/s/${wave.slug}`,
      definition: `${baseUrl}/api/v1/waves/${wave.slug}/definition`,
      ...(monitors(person, wave) ? { counts: await countsOf(wave, person, fieldwork, board) } : {}),
    };
  }

  async function getWaveFor(req: Request): Promise<Wave> {
    const wave = await fieldwork.getWave(parseAddress(WaveAddressSchema, req.params).slug);
    if (!hasBeenOpened(wave) && !monitors(accounts.personOf(req), wave)) throw new AppError('notFound');
    return wave;
  }

  router.get('/waves', async (req, res) => {
    const person = accounts.personOf(req);
    const waves = (await fieldwork.listWaves()).filter((wave) => hasBeenOpened(wave) || monitors(person, wave));
    res.json({ waves: await Promise.all(waves.map((wave) => answerFor(req, wave))) });
  });

  router.get('/waves/:slug', async (req, res) => {
    res.json(await answerFor(req, await getWaveFor(req)));
  });

  router.get('/waves/:slug/definition', async (req, res) => {
    const { slug } = parseAddress(WaveAddressSchema, req.params);
    const wave = may(accounts.personOf(req), 'questionnaires') ? await fieldwork.getWave(slug) : await getWaveFor(req);
    res.json(definitions.definition(wave.definitionId, wave.definitionVersion));
  });

  return router;
}

/** Once its link has been given out, a wave is no secret; a pilot is tried out among a few. */
function hasBeenOpened(wave: Wave): boolean {
  return wave.state !== 'planned' && !wave.pilot;
}
