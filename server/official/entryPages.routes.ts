import { Router, type Request, type Response } from 'express';
import type { Town } from '../../survey-definitions/contract/index.js';
import { parseAddress, parseRequest } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { AppError } from '../errors.js';
import { faultAt, faultText, type EntryFault } from './fault.js';
import type { Observation, ObservationKey } from './observation.js';
import {
  EntryStartSchema,
  FigureAddressSchema,
  TownAddressSchema,
  TypedEntrySchema,
  WithdrawalSchema,
} from './official.requests.js';
import { authorOf, fieldFaultsFrom, officialLayout, type OfficialPageServices } from './officialPage.js';
import { buildEntryFormPage, entryFormHeading } from './pages/entryForm.viewModels.js';
import { buildFigureHistoryPage } from './pages/figureHistory.viewModels.js';
import { rawEntryFrom, typedAgain, type RawEntry } from './rawEntry.js';

/** Entering, correcting and withdrawing one figure, and its history. */
export function entryPagesRouter(services: OfficialPageServices): Router {
  const { accounts, definitions, official } = services;
  const router = Router();
  const townOf = (req: Request): string => String(req.params.town);
  const mayEnter = accounts.allow('officialData', { townOf });
  const regions = [...new Map(definitions.towns.map(({ region }) => [region.id, region])).values()];

  router.get('/official/:town/enter', mayEnter, async (req, res) => {
    const town = townAt(req);
    const { input, year } = parseRequest(EntryStartSchema, req.query);
    const start = rawEntryFrom({ town: town.id, ...(input && { input }), ...(year && { year: String(year) }) });
    const current = await currentFigure(town, start);
    await showForm(req, res, town, current ? typedAgain(current) : start, current, []);
  });

  router.post('/official/:town/enter', mayEnter, async (req, res) => {
    const town = townAt(req);
    const typed = { ...parseRequest(TypedEntrySchema, req.body), town: town.id };
    const outcome = await official.recordOne(typed, authorOf(req, services));
    if ('faults' in outcome) {
      await showForm(req, res, town, typed, await currentFigure(town, typed), outcome.faults);
      return;
    }
    await accounts.audit({
      person: accounts.personOf(req),
      action: 'official_entered',
      object: `${town.id} ${typed.input} ${typed.year}`,
    });
    res.redirect(303, `/official/${town.id}?year=${typed.year}&done=saved`);
  });

  router.get('/official/:town/:input/:year', mayEnter, async (req, res) => {
    await showHistory(req, res, null);
  });

  router.post('/official/:town/:input/:year/withdraw', mayEnter, async (req, res) => {
    const { townId, input, year } = figureAt(req);
    const { id, reason } = parseRequest(WithdrawalSchema, req.body);
    if (reason === '') {
      await showHistory(req, res, faultText(faultAt('reason', 'required'), req.language));
      return;
    }
    const observation = await official.getObservation(id);
    if (observation.townId !== townId) throw new AppError('notFound');
    await official.withdraw(id, reason, authorOf(req, services));
    await accounts.audit({
      person: accounts.personOf(req),
      action: 'official_entered',
      object: `${townId} ${input} ${year}`,
      purpose: reason,
    });
    res.redirect(303, `/official/${townId}?year=${year}&done=withdrawn`);
  });

  return router;

  function townAt(req: Request): Town {
    return definitions.town(parseAddress(TownAddressSchema, req.params).town);
  }

  function figureAt(req: Request): ObservationKey {
    const { town, input, year } = parseAddress(FigureAddressSchema, req.params);
    return { townId: definitions.town(town).id, input, year };
  }

  async function currentFigure(town: Town, { input, year }: RawEntry): Promise<Observation | null> {
    const revisions = await official.historyOf({ townId: town.id, input, year: Number(year) });
    return revisions.find(({ ended }) => ended === null) ?? null;
  }

  async function showForm(
    req: Request,
    res: Response,
    town: Town,
    typed: RawEntry,
    current: Observation | null,
    found: readonly EntryFault[],
  ): Promise<void> {
    const faults = fieldFaultsFrom(found, req);
    const title = textsIn(req.language)(entryFormHeading(current));
    const languageHref = `/official/${town.id}/enter`;
    const layout = officialLayout(req, title, { faults, languageHref });
    const { language } = req;
    const inputs = definitions.statistics.inputs;
    const page = buildEntryFormPage({ layout, language, town, inputs, regions, typed, current, faults });
    await renderView(res, 'official/enter', page, faults.length > 0 ? 422 : 200);
  }

  async function showHistory(req: Request, res: Response, withdrawalError: string | null): Promise<void> {
    const { language } = req;
    const key = figureAt(req);
    const input = official.inputs.get(key.input);
    const revisions = await official.historyOf(key);
    if (!input || revisions.length === 0) throw new AppError('notFound');
    const page = buildFigureHistoryPage({
      layout: officialLayout(req, input.name[language], { languageHref: `/official/${key.townId}/${key.input}/${key.year}` }),
      language,
      town: definitions.town(key.townId),
      input,
      year: key.year,
      revisions,
      areaName: ({ areaLevel, areaId }) => {
        if (areaLevel === 'town') return definitions.findTown(areaId)?.name[language] ?? areaId;
        if (areaLevel === 'region') return regions.find(({ id }) => id === areaId)?.name[language] ?? areaId;
        return textsIn(language)('official.area_country');
      },
      withdrawalError,
    });
    await renderView(res, 'official/history', page, withdrawalError === null ? 200 : 422);
  }
}
