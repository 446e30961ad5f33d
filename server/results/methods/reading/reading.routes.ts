import { Router, type Request, type Response } from 'express';
import type { Method } from '../../../../survey-definitions/contract/index.js';
import type { Definitions } from '../../../definitions/index.js';
import { AppError } from '../../../errors.js';
import { parseAddress, parseRequest } from '../../../http/parse.js';
import { renderView } from '../../../http/views.js';
import { textsIn } from '../../../i18n/index.js';
import { publicLayout } from '../../layouts.js';
import { buildMethodPage } from '../../pages/methodPage.viewModels.js';
import type { PublicTowns } from '../../towns/publicTowns.js';
import type { TownPicture } from '../../towns/townPicture.js';
import type { Scenes } from '../designer/scenes.js';
import { differingMethodsIn } from '../askedMethods.js';
import { differencesInWords } from '../differencesInWords.js';
import {
  DifferencesQuerySchema,
  DraftAddressSchema,
  TownMethodsAddressSchema,
  VersionQuerySchema,
  YearQuerySchema,
} from '../methods.requests.js';
import type { Methods } from '../registry.js';
import { buildDifferencesPage, methodLabel } from './differencesPage.viewModels.js';
import { importanceFrom } from './importance.js';
import { buildTownMethodsPage } from './townMethodsPage.viewModels.js';

export interface MethodReadingSurroundings {
  definitions: Definitions;
  methods: Methods;
  publicTowns: PublicTowns;
  scenes: Scenes;
}

/** Methods as anybody may read them: their pages, their files, how they differ, and a town by all of them. */
export function methodReadingRouter({ definitions, methods, publicTowns, scenes }: MethodReadingSurroundings): Router {
  const router = Router();

  router.get('/method', (_req, res) => {
    res.redirect(303, `/method/${methods.standard.id}`);
  });

  router.get('/method/:method.json', (req, res) => {
    const method = methodAt(req);
    res.attachment(`${method.id}.v${method.version}.json`);
    res.type('json').send(`${JSON.stringify(method, null, 2)}\n`);
  });

  router.get('/method/:method', async (req, res) => {
    const method = methodAt(req);
    const { t, figures, names, language, statistics } = scenes.of(method, req.language);
    const { year, pictures } = await publicTowns.listPictures({ methodId: method.id });
    const page = buildMethodPage({
      layout: publicLayout(req, { title: t('results.method_title', { name: method.name[language] }) }),
      language,
      t,
      figures,
      names,
      method,
      methods: methods.all,
      versions: methods.versionsOf(method.id),
      isRetired: methods.isRetired(method.id),
      definitions: definitions.definitions.toReversed(),
      statistics,
      importance: importanceFrom(method, year, pictures),
    });
    await renderView(res, 'results/method', page);
  });

  router.get('/method/:method/differences', async (req, res) => {
    const second = methodAt(req);
    const { with: wanted } = parseRequest(DifferencesQuerySchema, req.query);
    const first = wanted === undefined ? otherThan(second) : methods.get(wanted.id, wanted.version);
    await showDifferences(req, res, { first, second, isRefused: false });
  });

  /** A comparison that names two methods is refused, and told what differs. */
  router.get('/compare', async (req, res, next) => {
    const differing = Array.isArray(req.query.method) ? differingMethodsIn(req.query, methods) : null;
    if (differing) await showDifferences(req, res, { ...differing, isRefused: true });
    else next();
  });

  router.get('/towns/:town/methods', async (req, res) => {
    const { language } = req;
    const town = definitions.findTown(parseAddress(TownMethodsAddressSchema, req.params).town);
    if (!town) throw new AppError('notFound');
    const { year: wanted } = parseRequest(YearQuerySchema, req.query);
    const year = wanted ?? (await publicTowns.findPicture(town.id))?.picture.year;
    if (year === undefined) throw new AppError('notFound');
    const found = await picturesOf(town.id, year);
    const [standard] = found;
    if (!standard) throw new AppError('notFound');
    const reader = (method: Method) => scenes.of(method, language);
    const page = buildTownMethodsPage({
      layout: publicLayout(req, {
        title: textsIn(language)('methods.town_heading', { town: town.name[language] }),
        synthetic: found.some(({ picture }) => picture.score.inputs.synthetic.length > 0),
      }),
      language,
      town,
      year,
      entries: found.map((entry) => ({
        ...entry,
        differences: differencesInWords(reader(standard.method), reader(entry.method)),
      })),
      without: methods.all.filter(({ id }) => found.every(({ method }) => method.id !== id)),
    });
    await renderView(res, 'results/townMethods', page);
  });

  /** What may be shown of a town by every method, each by the version that its score names. */
  async function picturesOf(townId: string, year: number): Promise<{ method: Method; picture: TownPicture }[]> {
    const found = await Promise.all(methods.all.map(({ id }) => publicTowns.findPicture(townId, { year, methodId: id })));
    return found.flatMap((each) => {
      if (each === null) return [];
      const { picture } = each;
      return [{ method: methods.get(picture.score.method.id, picture.score.method.version), picture }];
    });
  }

  async function showDifferences(
    req: Request,
    res: Response,
    { first, second, isRefused }: { first: Method; second: Method; isRefused: boolean },
  ): Promise<void> {
    const { language } = req;
    const title = textsIn(language)('methods.differences_title', {
      first: methodLabel(first, language),
      second: methodLabel(second, language),
    });
    const page = buildDifferencesPage({
      layout: publicLayout(req, { title }),
      language,
      first,
      second,
      choices: isRefused ? [] : methods.everyVersion.filter((method) => method !== second),
      items: differencesInWords(scenes.of(first, language), scenes.of(second, language)),
      isRefused,
    });
    await renderView(res, 'results/methodDifferences', page, isRefused ? 409 : 200);
  }

  function methodAt(req: Request): Method {
    const { method } = parseAddress(DraftAddressSchema, req.params);
    return methods.get(method, parseRequest(VersionQuerySchema, req.query).version);
  }

  /** The version before, else the default method, else any other. */
  function otherThan(method: Method): Method {
    const before = methods.versionsOf(method.id).find(({ version }) => version < method.version);
    return before ?? methods.all.find((other) => other.id !== method.id) ?? method;
  }

  return router;
}
