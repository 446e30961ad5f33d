import { Router, type Request } from 'express';
import { requireSameMethod } from '../../scoring/index.js';
import { may, mayUseTown, type Accounts } from '../accounts/index.js';
import { AppError } from '../errors.js';
import { parseAddress, parseRequest } from '../http/parse.js';
import { differingMethodsIn } from './methods/askedMethods.js';
import type { Methods } from './methods/registry.js';
import { DraftAddressSchema, ScoreRequestSchema, TownQuerySchema } from './results.requests.js';
import { publicScoreFrom } from './scores/publicScore.js';
import type { PublicTowns } from './towns/publicTowns.js';
import type { Releasing } from './towns/releasing.js';

export interface ScoresApiSurroundings {
  accounts: Accounts;
  methods: Methods;
  publicTowns: PublicTowns;
  releasing: Releasing;
}

export function scoresApiRouter({ accounts, methods, publicTowns, releasing }: ScoresApiSurroundings): Router {
  const router = Router();
  const townOf = (req: Request): string => String((req.body as { town?: unknown } | undefined)?.town);

  /** Computes and stores a score: 201 the first time, 200 with the same id for the same inputs. */
  router.post('/scores', accounts.allow('releases', { townOf }), async (req, res) => {
    const { town, year, method, waves, excludedFlags } = parseRequest(ScoreRequestSchema, req.body);
    const chosen = method === undefined ? methods.standard : methods.get(method);
    const { score, isNew } = await releasing.compute({ townId: town, year, waves, excludedFlags }, chosen);
    await accounts.audit({ person: accounts.personOf(req), action: 'scores_computed', object: `${town} ${year} ${chosen.id}` });
    res.status(isNew ? 201 : 200).json({ id: score.id, ...score.content });
  });

  /**
   * The newest released score of a town and year with its lineage; a live preview only of a demonstration. The id is the
   * digest of the whole content, which coordinators get; others get it rounded.
   */
  router.get('/scores/:town/:year', async (req, res) => {
    const { town, year } = parseAddress(DraftAddressSchema, req.params);
    const differing = Array.isArray(req.query.method) ? differingMethodsIn(req.query, methods) : null;
    if (differing) requireSameMethod(differing.first, differing.second);
    const { method, synthetic } = parseRequest(TownQuerySchema, req.query);
    const found = await publicTowns.findPicture(town, {
      year,
      methodId: method,
      synthetic: synthetic === 'exclude' ? 'excluded' : 'included',
    });
    if (found === null) throw new AppError('notFound');
    const { picture } = found;
    const person = accounts.personOf(req);
    const mayReadAll = person !== null && may(person, 'liveResults') && mayUseTown(person, town);
    res.json({
      id: picture.scoreId,
      live: picture.kind === 'live',
      released: picture.release?.date ?? null,
      ...(mayReadAll ? picture.score : publicScoreFrom(picture.score)),
    });
  });

  return router;
}
