import { Router, type Request, type Response } from 'express';
import type { z } from 'zod';
import { may, mayUseTown, type Accounts } from '../accounts/index.js';
import { AppError } from '../errors.js';
import type { FieldworkService, Wave } from '../fieldwork/index.js';
import { parseAddress, parseRequest } from '../http/parse.js';
import { textsIn } from '../i18n/index.js';
import { dataPackageFrom } from './dataPackage.js';
import {
  CoinrQuerySchema,
  FormatQuerySchema,
  IndicatorsQuerySchema,
  ResponsesQuerySchema,
  ScoresQuerySchema,
  WaveAddressSchema,
} from './export.requests.js';
import type { ExportService } from './export.service.js';
import { fileFormatFrom } from './files/profile.js';
import { produce, type ExportFile, type Workshop } from './files/produce.js';
import { readableManifest } from './manifestAccess.js';
import { microdataName } from './microdataName.js';
import { openApiDescription } from './openApi.js';
import { manifestAddress, sendFile } from './sendFile.routes.js';
import { requireSomeTown, visibleWave } from './waveAccess.js';

export interface FilesSurroundings {
  accounts: Accounts;
  fieldwork: FieldworkService;
  service: ExportService;
  workshop: Workshop;
  townIds: readonly string[];
  baseUrl: string;
}

/** Files for programs, each with its manifest: `…/manifest` behind an address leads to the manifest of the same bytes. */
export function filesApiRouter(surroundings: FilesSurroundings): Router {
  const { accounts, fieldwork, service, workshop, townIds, baseUrl } = surroundings;
  const router = Router();
  const send = async (req: Request, res: Response, file: ExportFile): Promise<void> =>
    sendFile(req, res, await produce(file, workshop));

  async function waveAt(req: Request): Promise<Wave> {
    return visibleWave(await fieldwork.getWave(parseAddress(WaveAddressSchema, req.params).slug), accounts.personOf(req));
  }

  /** A public file and the way to its manifest. */
  function publicFile<Query extends z.ZodType>(
    path: string,
    schema: Query,
    make: (req: Request, query: z.infer<Query>) => Promise<ExportFile>,
  ) {
    router.get(path, async (req, res) => {
      await send(req, res, await make(req, parseRequest(schema, req.query)));
    });
    router.get(`${path}/manifest`, async (req, res) => {
      const { snapshot, stored } = await produce(await make(req, parseRequest(schema, req.query)), workshop);
      await snapshot.discard();
      res.redirect(303, manifestAddress(stored.id));
    });
  }

  publicFile('/waves/:slug/indicators.csv', IndicatorsQuerySchema, async (req, { live, format }) => {
    const wave = await waveAt(req);
    if (!live) return service.indicators(wave, format);
    const person = accounts.personOf(req);
    if (person === null) throw new AppError('notSignedIn');
    if (!may(person, 'liveResults')) throw new AppError('forbidden');
    return service.liveIndicators(wave, requireSomeTown(wave, person), format);
  });
  publicFile('/waves/:slug/codebook.csv', FormatQuerySchema, async (req, format) => service.codebook(await waveAt(req), format));
  for (const part of ['iData', 'iMeta'] as const)
    publicFile(`/coinr/${part}.csv`, CoinrQuerySchema, (req, { choice, exact, language }) =>
      service.coinr(part, choice, fileFormatFrom('machine', { language }), exact ? exactTowns(req) : undefined),
    );
  publicFile('/scores.csv', ScoresQuerySchema, (_req, { choice, format }) => service.scores(choice, format));

  router.get('/waves/:slug/responses.csv', accounts.allow('microdata'), async (req, res) => {
    const { format, purpose, variables } = parseRequest(ResponsesQuerySchema, req.query);
    const person = accounts.personOf(req);
    const wave = await waveAt(req);
    const file = await service.responses(wave, requireSomeTown(wave, person), variables, format);
    if (file === null) throw await tooFewToProtect(wave, req);
    const finished = await produce(file, workshop);
    await accounts.audit({ person, action: 'microdata_downloaded', object: microdataName(wave, variables), purpose });
    await sendFile(req, res, finished);
  });

  router.get('/waves/:slug/datapackage.json', async (req, res) => {
    const wave = await waveAt(req);
    const study = await fieldwork.getStudy(wave.study);
    const columns = await service.columnsOf(wave);
    res.json(dataPackageFrom({ wave, study, columns, published: await service.findPublished(wave) }));
  });

  router.get('/official/observations.csv', accounts.allow('officialData'), async (req, res) => {
    const format = parseRequest(FormatQuerySchema, req.query);
    const person = accounts.personOf(req);
    const mine = townIds.filter((townId) => mayUseTown(person, townId));
    await send(req, res, service.observations(mine, format));
  });

  router.get('/manifests/:id', async (req, res) => {
    const { audience, manifest } = await readableManifest(workshop, req.params.id, accounts.personOf(req));
    res.set('Cache-Control', audience.kind === 'public' ? 'public, max-age=86400' : 'private, no-store').json(manifest);
  });

  router.get('/openapi.json', (_req, res) => {
    res.json(openApiDescription(baseUrl));
  });

  /** Towns of which somebody may have exact values. @throws AppError notSignedIn, forbidden */
  function exactTowns(req: Request): string[] {
    const person = accounts.personOf(req);
    if (person === null) throw new AppError('notSignedIn');
    if (!may(person, 'liveResults')) throw new AppError('forbidden');
    return townIds.filter((townId) => mayUseTown(person, townId));
  }

  async function tooFewToProtect(wave: Wave, req: Request): Promise<AppError> {
    const message = textsIn(req.language)('export.fault_too_few', { k: await service.smallestGroupOf(wave) });
    return new AppError('invalidInput', { faults: [{ field: 'variables', message }] });
  }

  return router;
}
