import { Router, type Request, type Response } from 'express';
import { FormValuesSchema, readForm, signedInPersonOf, staffLayout, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn, type TextKey } from '../../i18n/index.js';
import { LANGUAGES, type Definition, type LocalizedText } from '../../../survey-definitions/contract/index.js';
import { draftAddress } from '../places.js';
import { emptyDefinitionFrom } from '../questionnaires/emptyDefinition.js';
import type { DesignSurroundings } from '../surroundings.js';
import { NewQuestionnaireSchema, type NewQuestionnaire } from './entrance.requests.js';
import { buildListPage } from './listPage.viewModels.js';
import { buildNewPage } from './newPage.viewModels.js';

/** All questionnaires, and the beginning of a new one. */
export function entranceRoutes({ accounts, definitions, drafts }: DesignSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('questionnaires');

  router.get('/design', allowed, async (req, res) => {
    const page = buildListPage(req.language, { drafts: await drafts.list(), definitions });
    await renderView(res, 'design/list', {
      layout: staffLayout(req, { title: page.heading, current: 'design', styles: ['design'] }),
      ...page,
    });
  });

  router.get('/design/new', allowed, async (req, res) => {
    const from = typeof req.query.from === 'string' ? req.query.from : 'nothing';
    await showNew(req, res, { from, population: 'residents' }, []);
  });

  router.post('/design', allowed, async (req, res) => {
    const t = textsIn(req.language);
    const form = readForm(NewQuestionnaireSchema, req.body, t);
    if (!form.read) return showNew(req, res, form.shown, form.faults);
    const taken = definitions.definitions.some(({ id }) => id === form.values.id) || (await drafts.find(form.values.id)) !== null;
    const definition = taken ? null : beginningOf(form.values);
    if (definition === null) {
      const fault = taken
        ? { field: 'id', message: t('design.error_id_taken') }
        : { field: 'from', message: t('design.error_start') };
      return showNew(req, res, FormValuesSchema.parse(req.body), [fault]);
    }
    const person = signedInPersonOf(req);
    await drafts.start({ definition, basedOn: null, deed: { key: 'design.deed_started' }, by: person.signInName });
    await accounts.audit({ person, action: 'questionnaire_started', object: definition.id });
    res.redirect(303, draftAddress(definition.id));
  });

  function beginningOf({ from, id, population, ...values }: NewQuestionnaire): Definition | null {
    const title = { kk: values['title.kk'], ru: values['title.ru'], en: values['title.en'] };
    if (from !== 'nothing') {
      const [source = '', version = ''] = from.split('/');
      const found = definitions.findDefinition(source, Number(version));
      return found && { ...found, id, version: 1, population, title };
    }
    const model = definitions.builtIn.find((definition) => definition.population === population) ?? definitions.builtIn[0];
    if (!model) return null;
    return emptyDefinitionFrom({
      id,
      population,
      title,
      model,
      firstSectionTitle: inAllLanguages('design.first_section'),
      everyone: inAllLanguages('design.everyone'),
    });
  }

  async function showNew(req: Request, res: Response, values: FormValues, faults: FieldFault[]): Promise<void> {
    const page = buildNewPage(req.language, { values, faults, definitions: definitions.definitions });
    const layout = staffLayout(req, {
      title: page.heading,
      current: 'design',
      faults,
      scripts: ['design.js'],
      styles: ['design'],
      languageHref: '/design/new',
    });
    await renderView(res, 'design/new', { layout, ...page }, faults.length > 0 ? 422 : 200);
  }

  return router;
}

function inAllLanguages(key: TextKey): LocalizedText {
  const [kk, ru, en] = LANGUAGES.map((language) => textsIn(language)(key));
  return { kk: kk ?? '', ru: ru ?? '', en: en ?? '' };
}
