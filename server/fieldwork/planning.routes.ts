import { Router, type Request, type Response } from 'express';
import { mayUseTown, readForm, signedInPersonOf, staffLayout, type FormValues } from '../accounts/index.js';
import { AppError } from '../errors.js';
import type { FieldFault } from '../http/fieldFault.js';
import { parseAddress } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { getManagedWave } from './access.js';
import { townDetailsFormSchema, WaveAddressSchema, WaveFormSchema, type WaveForm } from './fieldwork.requests.js';
import type { FieldworkSurroundings } from './surroundings.js';
import { townsWithDetails } from './townDetails.js';
import { buildTownDetailsPage, townDetailValues } from './townDetails.viewModels.js';
import type { Wave } from './wave.js';
import { areTownsTheirs, findQuestionnaire, waveFrom } from './waveForm.js';
import { buildWaveFormPage, waveValues, type FieldworkFormPage } from './waveForm.viewModels.js';

/** Planning a wave and changing it while it is planned. */
export function planningRoutes({ accounts, definitions, fieldwork }: FieldworkSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('waves');

  router.get('/fieldwork/new', allowed, async (req, res) => {
    await showWaveForm(req, res, null, { access: 'open-link', sampling: 'open-link' }, []);
  });

  router.post('/fieldwork/waves', allowed, async (req, res) => {
    const wave = await readWave(req, res, null);
    if (!wave) return;
    await fieldwork.createWave(wave);
    await accounts.audit({ person: accounts.personOf(req), action: 'wave_planned', object: wave.slug });
    res.redirect(303, `/fieldwork/waves/${wave.slug}/towns`);
  });

  router.get('/fieldwork/waves/:slug/edit', allowed, async (req, res) => {
    const wave = await getPlanned(req);
    await showWaveForm(req, res, wave, waveValues(wave), []);
  });

  router.post('/fieldwork/waves/:slug/edit', allowed, async (req, res) => {
    const wave = await readWave(req, res, await getPlanned(req));
    if (wave) await saveChange(req, res, wave);
  });

  router.get('/fieldwork/waves/:slug/towns', allowed, async (req, res) => {
    const wave = await getPlanned(req);
    await showTownDetails(req, res, wave, townDetailValues(wave), []);
  });

  router.post('/fieldwork/waves/:slug/towns', allowed, async (req, res) => {
    const wave = await getPlanned(req);
    const form = readForm(townDetailsFormSchema(wave.towns.map(({ townId }) => townId)), req.body, textsIn(req.language));
    if (form.read) await saveChange(req, res, { ...wave, towns: townsWithDetails(wave, form.values) });
    else await showTownDetails(req, res, wave, form.shown, form.faults);
  });

  async function getPlanned(req: Request): Promise<Wave> {
    const { slug } = parseAddress(WaveAddressSchema, req.params);
    const wave = await getManagedWave(fieldwork, slug, signedInPersonOf(req));
    if (wave.state !== 'planned') throw new AppError('conflict', { message: 'only a planned wave may change' });
    return wave;
  }

  async function saveChange(req: Request, res: Response, wave: Wave): Promise<void> {
    await fieldwork.changePlan(wave);
    await accounts.audit({ person: accounts.personOf(req), action: 'wave_changed', object: wave.slug });
    res.redirect(303, `/fieldwork/waves/${wave.slug}`);
  }

  /** The wave of a form without faults; else the form is shown again and there is none. */
  async function readWave(req: Request, res: Response, before: Wave | null): Promise<Wave | null> {
    const t = textsIn(req.language);
    const form = readForm(WaveFormSchema, req.body, t);
    if (!form.read) {
      await showWaveForm(req, res, before, form.shown, form.faults);
      return null;
    }
    const definition = findQuestionnaire(form.values.questionnaire, definitions);
    const faults = await choiceFaults(req, form.values, before);
    if (definition && faults.length === 0) return waveFrom(form.values, definition, before);
    const unknown = definition ? [] : [{ field: 'questionnaire', message: t('fieldwork.error_questionnaire') }];
    await showWaveForm(req, res, before, req.body as FormValues, [...faults, ...unknown]);
    return null;
  }

  /** Faults that only the stored studies, waves and towns can tell. */
  async function choiceFaults(req: Request, form: WaveForm, before: Wave | null): Promise<FieldFault[]> {
    const t = textsIn(req.language);
    const study = (await fieldwork.listStudies()).find(({ slug }) => slug === form.study);
    const taken = before === null && (await fieldwork.findWave(form.slug)) !== null;
    return [
      ...(study ? [] : [{ field: 'study', message: t('fieldwork.error_study') }]),
      ...(areTownsTheirs(form.townIds, signedInPersonOf(req), definitions)
        ? []
        : [{ field: 'townIds', message: t('accounts.error_no_town') }]),
      ...(taken ? [{ field: 'slug', message: t('fieldwork.error_slug_taken') }] : []),
      ...(form.live === 'yes' && study?.demonstration === false
        ? [{ field: 'live', message: t('fieldwork.fault_liveNeedsDemonstration') }]
        : []),
    ];
  }

  async function showWaveForm(
    req: Request,
    res: Response,
    before: Wave | null,
    values: FormValues,
    faults: FieldFault[],
  ): Promise<void> {
    const { language } = req;
    const person = signedInPersonOf(req);
    const content = buildWaveFormPage({
      t: textsIn(language),
      language,
      values,
      faults,
      slug: before?.slug ?? null,
      studies: await fieldwork.listStudies(),
      definitions: definitions.definitions.filter(({ id, version }) => !definitions.isRetired(id, version)),
      towns: definitions.towns.filter(({ id }) => mayUseTown(person, id)),
    });
    await showForm(req, res, content, faults, before ? `/fieldwork/waves/${before.slug}/edit` : '/fieldwork/new');
  }

  async function showTownDetails(
    req: Request,
    res: Response,
    wave: Wave,
    values: FormValues,
    faults: FieldFault[],
  ): Promise<void> {
    const { language } = req;
    const material = { t: textsIn(language), language, values, faults, wave, towns: definitions.towns };
    await showForm(req, res, buildTownDetailsPage(material), faults, `/fieldwork/waves/${wave.slug}/towns`);
  }

  return router;
}

async function showForm(
  req: Request,
  res: Response,
  content: Omit<FieldworkFormPage, 'layout'>,
  faults: FieldFault[],
  languageHref: string,
): Promise<void> {
  const layout = staffLayout(req, { title: content.heading, current: 'fieldwork', faults, languageHref });
  await renderView(res, 'fieldwork/form', { layout, ...content }, faults.length > 0 ? 422 : 200);
}
