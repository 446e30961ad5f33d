import { Router, type Request } from 'express';
import type { Town } from '../../survey-definitions/contract/index.js';
import { mayUseTown, type Accounts } from '../accounts/index.js';
import { AppError } from '../errors.js';
import type { FieldworkService } from '../fieldwork/index.js';
import { parseAddress, parseRequest } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { staffLayout } from './layouts.js';
import type { Methods } from './methods/registry.js';
import { buildDraftPage, QUALITY_FLAGS } from './pages/draftPage.viewModels.js';
import { buildDraftsPage } from './pages/draftsPage.viewModels.js';
import type { LiveEstimates } from './estimates/liveEstimates.js';
import { compareFlags } from './flags/flagComparison.js';
import type { ReleaseRepository } from './releases/release.repository.js';
import { DraftAddressSchema, DraftChoiceSchema } from './results.requests.js';
import type { Scoring } from './scores/scoring.js';
import { isUndecided, scoreMaterialOf, type Draft, type Drafts } from './towns/drafts.js';
import type { Releasing } from './towns/releasing.js';
import { isCounted, type Serves } from './towns/scoreWaves.js';

export interface ReleasePagesSurroundings {
  accounts: Accounts;
  towns: readonly Town[];
  methods: Methods;
  fieldwork: FieldworkService;
  drafts: Drafts;
  estimates: LiveEstimates;
  releasing: Releasing;
  releases: ReleaseRepository;
  scoring: Scoring;
  serves: Serves;
}

/** The coordinator's pages: look at what would be published, then publish it. */
export function releasePagesRouter(surroundings: ReleasePagesSurroundings): Router {
  const { accounts, towns, methods, fieldwork, drafts, estimates, releasing, releases, scoring, serves } = surroundings;
  const router = Router();
  const townOf = (req: Request): string => String(req.params.town);

  router.get('/results', accounts.allow('liveResults'), async (req, res) => {
    const person = accounts.personOf(req);
    const waves = (await fieldwork.listWaves()).filter(isCounted);
    const theirs = waves.filter((wave) => wave.towns.some(({ townId }) => mayUseTown(person, townId)));
    const places = waves
      .filter(serves)
      .flatMap((wave) => wave.towns.map(({ townId }) => ({ townId, year: wave.referenceYear })))
      .filter(({ townId }) => mayUseTown(person, townId))
      .filter((place, at, all) => all.findIndex((other) => other.townId === place.townId && other.year === place.year) === at)
      .sort((a, b) => b.year - a.year || (a.townId < b.townId ? -1 : 1));
    const layout = staffLayout(req, accounts, { title: textsIn(req.language)('results.drafts_title') });
    const page = buildDraftsPage({
      layout,
      language: req.language,
      towns,
      places,
      releases: await releases.listAll(),
      waves: theirs,
    });
    await renderView(res, 'results/drafts', page);
  });

  router.get('/results/:town/:year', accounts.allow('liveResults', { townOf }), async (req, res) => {
    const { town, year } = placeAt(req);
    const choice = parseRequest(DraftChoiceSchema, req.query);
    const draft = await drafts.draftOf({ townId: town.id, year, ...choice });
    const flags = { townId: town.id, chosen: choice.excludedFlags, all: QUALITY_FLAGS };
    const comparisons = await Promise.all(draft.parts.map((part) => compareFlags(part, flags, estimates)));
    const page = buildDraftPage({
      layout: staffLayout(req, accounts, {
        title: textsIn(req.language)('results.draft_title', { town: town.name[req.language], year }),
        synthetic: isSynthetic(draft),
      }),
      language: req.language,
      town,
      draft,
      score: isUndecided(draft) ? null : (await scoring.scoreOf(scoreMaterialOf(draft, methods.standard, 'included'))).content,
      excludedFlags: choice.excludedFlags,
      flags: comparisons.filter((comparison) => comparison !== null),
      releases: await releases.listOfTown(town.id),
    });
    await renderView(res, 'results/draft', page);
  });

  router.post('/results/:town/:year', accounts.allow('releases', { townOf }), async (req, res) => {
    const { town, year } = placeAt(req);
    const choice = parseRequest(DraftChoiceSchema, req.body);
    const person = accounts.personOf(req);
    await releasing.release({ townId: town.id, year, ...choice }, person?.accountId ?? '');
    await accounts.audit({ person, action: 'results_released', object: `${town.id} ${year}` });
    res.redirect(303, `/results/${town.id}/${year}`);
  });

  function placeAt(req: Request): { town: Town; year: number } {
    const address = parseAddress(DraftAddressSchema, req.params);
    const town = towns.find(({ id }) => id === address.town);
    if (!town) throw new AppError('notFound');
    return { town, year: address.year };
  }

  return router;
}

/** Whether anything in a draft was made up as an example. */
function isSynthetic({ parts, observations }: Draft): boolean {
  return parts.some(({ next }) => next.demonstration) || observations.some(({ status }) => status === 'synthetic');
}
