import { Router, type Request, type Response } from 'express';
import { may, readForm, signedInPersonOf, staffLayout, type FormValues } from '../accounts/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { StudyFormSchema } from './fieldwork.requests.js';
import { buildStudyFormPage } from './studies.viewModels.js';
import type { FieldworkSurroundings } from './surroundings.js';

/** Smallest published cells unless an admin chooses others, as the form holds them. */
const USUAL_K = { 'kMin.residents': '10', 'kMin.researchers': '5' };
const USUAL_RETENTION = { retentionYears: '5' };

export function studyRoutes({ accounts, fieldwork }: FieldworkSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('waves');

  router.get('/fieldwork/studies/new', allowed, async (req, res) => {
    await showStudyForm(req, res, { ...USUAL_RETENTION, ...USUAL_K }, []);
  });

  router.post('/fieldwork/studies', allowed, async (req, res) => {
    const t = textsIn(req.language);
    const person = signedInPersonOf(req);
    const body = req.body as FormValues;
    const form = readForm(StudyFormSchema, may(person, 'disclosureThreshold') ? body : { ...body, ...USUAL_K }, t);
    if (!form.read) {
      await showStudyForm(req, res, form.shown, form.faults);
      return;
    }
    const { slug, retentionYears, ...values } = form.values;
    if ((await fieldwork.listStudies()).some((study) => study.slug === slug)) {
      await showStudyForm(req, res, body, [{ field: 'slug', message: t('fieldwork.error_slug_taken') }]);
      return;
    }
    await fieldwork.createStudy({
      slug,
      names: { kk: values['names.kk'], ru: values['names.ru'], en: values['names.en'] },
      demonstration: false,
      retentionYears,
      kMin: { residents: values['kMin.residents'], researchers: values['kMin.researchers'] },
    });
    await accounts.audit({ person, action: 'study_created', object: slug });
    res.redirect(303, '/fieldwork');
  });

  return router;
}

async function showStudyForm(req: Request, res: Response, values: FormValues, faults: FieldFault[]): Promise<void> {
  const t = textsIn(req.language);
  const content = buildStudyFormPage(t, values, faults, may(signedInPersonOf(req), 'disclosureThreshold'));
  const layout = staffLayout(req, {
    title: content.heading,
    current: 'fieldwork',
    faults,
    languageHref: '/fieldwork/studies/new',
  });
  await renderView(res, 'fieldwork/form', { layout, ...content }, faults.length > 0 ? 422 : 200);
}
