import { Router, type Request, type Response } from 'express';
import { readForm, staffLayout, type Accounts, type FormValues } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import type { ExportService } from '../export.service.js';
import { fileFormatFrom } from '../files/profile.js';
import { produce, type Workshop } from '../files/produce.js';
import { needsProtection } from '../kinds/responseFiles.js';
import { sendFile } from '../sendFile.routes.js';
import { townsOfWave } from '../waveAccess.js';
import { AcrossFormSchema } from './across.requests.js';
import { buildAcrossPage, type AcrossChoice } from './acrossPage.viewModels.js';

export interface AcrossSurroundings {
  accounts: Accounts;
  definitions: Definitions;
  fieldwork: FieldworkService;
  service: ExportService;
  workshop: Workshop;
}

/** Single responses of several waves in one file: who may have them, and what is written down, is as for one wave. */
export function acrossRouter({ accounts, definitions, fieldwork, service, workshop }: AcrossSurroundings): Router {
  const router = Router();
  const allowStaff = accounts.allow('microdata');

  router.get('/export/across', allowStaff, (req, res) => showForm(req, res, {}, []));

  router.post('/export/across', allowStaff, async (req, res) => {
    const t = textsIn(req.language);
    const form = readForm(AcrossFormSchema, req.body, t);
    if (!form.read) return showForm(req, res, form.shown, form.faults);
    const { questionnaire, profile, labels, purpose } = form.values;
    const refuse = (message: string) => showForm(req, res, form.values, [{ field: 'questionnaire', message }]);
    const choice = (await choicesFor(req)).find(({ id }) => id === questionnaire);
    if (!choice) return refuse(t('codebook.across_fault_questionnaire'));
    // Rows of two protected files of the same people can be matched by their opinions, and their classes then say more.
    if (choice.waves.some(needsProtection)) return refuse(t('codebook.across_fault_researchers'));
    const person = accounts.personOf(req);
    const parts = choice.waves.map((wave) => ({ wave, townIds: townsOfWave(wave, person) }));
    const file = await service.responsesAcross(parts, fileFormatFrom(profile, { labels, language: req.language }));
    const finished = await produce(file, workshop);
    const object = `${questionnaire} (${choice.waves.map(({ slug }) => slug).join(', ')})`;
    await accounts.audit({ person, action: 'microdata_downloaded', object, purpose });
    await sendFile(req, res, finished);
  });

  async function showForm(req: Request, res: Response, values: FormValues, faults: FieldFault[]): Promise<void> {
    const page = buildAcrossPage({ language: req.language, choices: await choicesFor(req), values, faults });
    const layout = staffLayout(req, { title: page.heading, current: 'export', faults, languageHref: '/export/across' });
    await renderView(res, 'export/across', { layout, ...page }, faults.length === 0 ? 200 : 422);
  }

  /** Questionnaires with the waves that have begun, the oldest version first; trials are no part of it. */
  async function choicesFor(req: Request): Promise<AcrossChoice[]> {
    const person = accounts.personOf(req);
    const waves = (await fieldwork.listWaves())
      .filter((wave) => wave.state !== 'planned' && !wave.pilot && townsOfWave(wave, person).length > 0)
      .sort(byVersionAndYear);
    return [...new Set(waves.map(({ definitionId }) => definitionId))].sort().map((id) => {
      const own = waves.filter(({ definitionId }) => definitionId === id);
      const newest = own.at(-1)?.definitionVersion ?? 1;
      return { id, title: definitions.definition(id, newest).title, waves: own };
    });
  }

  return router;
}

function byVersionAndYear(a: Wave, b: Wave): number {
  return a.definitionVersion - b.definitionVersion || a.referenceYear - b.referenceYear || (a.slug < b.slug ? -1 : 1);
}
