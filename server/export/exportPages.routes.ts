import { Router, type Request, type Response } from 'express';
import type { Town } from '../../survey-definitions/contract/index.js';
import { may, mayUseTown, readForm, staffLayout, type Accounts, type FormValues } from '../accounts/index.js';
import type { FieldworkService, Wave } from '../fieldwork/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import { parseRequest } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { ExportFormSchema, isMicrodata, ObservationsPageQuerySchema, type ExportForm } from './export.requests.js';
import type { ExportService } from './export.service.js';
import { needsProtection } from './kinds/responseFiles.js';
import { fileFormatFrom } from './files/profile.js';
import { produce, type ExportFile, type Workshop } from './files/produce.js';
import { readableManifest } from './manifestAccess.js';
import { microdataName } from './microdataName.js';
import { buildConfirmPage } from './pages/confirmPage.viewModels.js';
import { buildExportPage, waveLabel } from './pages/exportPage.viewModels.js';
import { sendFile } from './sendFile.routes.js';
import { townsOfWave } from './waveAccess.js';

export interface ExportPagesSurroundings {
  accounts: Accounts;
  fieldwork: FieldworkService;
  service: ExportService;
  workshop: Workshop;
  towns: readonly Town[];
}

const RECENT_FILES = 20;

/** The staff's page of files: choose, give a purpose, and confirm where people can be recognised. */
export function exportPagesRouter({ accounts, fieldwork, service, workshop, towns }: ExportPagesSurroundings): Router {
  const router = Router();
  const allowStaff = accounts.allow('microdata');

  router.get('/export', allowStaff, (req, res) => showForm(req, res, {}, []));

  router.post('/export', allowStaff, async (req, res) => {
    const t = textsIn(req.language);
    const form = readForm(ExportFormSchema, req.body, t);
    if (!form.read) return showForm(req, res, form.shown, form.faults);
    const choice = form.values;
    const shown = { ...choice, confirmed: '' };
    const wave = (await wavesFor(req)).find(({ slug }) => slug === choice.wave);
    if (!wave) return showForm(req, res, shown, [{ field: 'wave', message: t('export.fault_wave') }]);
    if (choice.what === 'responsesFull') {
      if (!needsProtection(wave)) return showForm(req, res, shown, [{ field: 'what', message: t('export.fault_not_full') }]);
      if (choice.confirmed === undefined) return askAgain(req, res, choice, wave);
    }
    const file = await fileFor(req, wave, choice);
    if (file === null) {
      const message = t('export.fault_too_few', { k: await service.smallestGroupOf(wave) });
      return showForm(req, res, shown, [{ field: 'what', message }]);
    }
    await giveOut(req, res, file, choice, wave);
  });

  router.get('/export/observations.csv', accounts.allow('officialData'), async (req, res) => {
    const { profile } = parseRequest(ObservationsPageQuerySchema, req.query);
    const person = accounts.personOf(req);
    const townIds = towns.map(({ id }) => id).filter((townId) => mayUseTown(person, townId));
    const file = service.observations(townIds, fileFormatFrom(profile, { language: req.language }));
    const finished = await produce(file, workshop);
    await accounts.audit({ person, action: 'file_downloaded', object: finished.stored.manifest.file });
    await sendFile(req, res, finished);
  });

  router.get('/export/manifests/:id', allowStaff, async (req, res) => {
    const { manifest } = await readableManifest(workshop, req.params.id, accounts.personOf(req));
    res.set('Cache-Control', 'private, no-store').json(manifest);
  });

  async function fileFor(req: Request, wave: Wave, { what, profile, labels }: ExportForm): Promise<ExportFile | null> {
    const format = fileFormatFrom(profile, { labels, language: req.language });
    const townIds = townsOfWave(wave, accounts.personOf(req));
    if (what === 'codebook') return service.codebook(wave, format);
    if (what === 'indicators') return service.liveIndicators(wave, townIds, format);
    return service.responses(wave, townIds, what === 'responsesFull' ? 'full' : 'protected', format);
  }

  /** The log is written before the first byte leaves. */
  async function giveOut(req: Request, res: Response, file: ExportFile, choice: ExportForm, wave: Wave): Promise<void> {
    const person = accounts.personOf(req);
    const finished = await produce(file, workshop);
    await accounts.audit(
      isMicrodata(choice.what)
        ? {
            person,
            action: 'microdata_downloaded',
            object: microdataName(wave, choice.what === 'responsesFull' ? 'full' : 'protected'),
            purpose: choice.purpose,
          }
        : { person, action: 'file_downloaded', object: finished.stored.manifest.file },
    );
    await sendFile(req, res, finished);
  }

  async function showForm(req: Request, res: Response, values: FormValues, faults: FieldFault[]): Promise<void> {
    const person = accounts.personOf(req);
    const recent = (await workshop.manifests.listNewest('responses', RECENT_FILES)).filter(({ audience }) =>
      audience.townIds.every((townId) => mayUseTown(person, townId)),
    );
    const page = buildExportPage({
      layout: staffLayout(req, {
        title: textsIn(req.language)('export.page_title'),
        current: 'export',
        faults,
        languageHref: '/export',
      }),
      language: req.language,
      waves: await wavesFor(req),
      towns,
      mayHaveOfficial: may(person, 'officialData'),
      recent,
      values,
      faults,
    });
    await renderView(res, 'export/export', page, faults.length === 0 ? 200 : 422);
  }

  async function askAgain(req: Request, res: Response, choice: ExportForm, wave: Wave): Promise<void> {
    const t = textsIn(req.language);
    const layout = staffLayout(req, { title: t('export.confirm_title'), current: 'export', languageHref: '/export' });
    const name = waveLabel(wave, towns, req.language, t);
    await renderView(res, 'export/confirm', buildConfirmPage(layout, req.language, choice, name));
  }

  /** Waves with a town that the person may use, the newest first. */
  async function wavesFor(req: Request): Promise<Wave[]> {
    const person = accounts.personOf(req);
    return (await fieldwork.listWaves())
      .filter((wave) => townsOfWave(wave, person).length > 0)
      .sort((a, b) => b.referenceYear - a.referenceYear || (a.slug < b.slug ? -1 : 1));
  }

  return router;
}
