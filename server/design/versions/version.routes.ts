import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { signedInPersonOf, staffLayout } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { parseAddress } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { draftAddress } from '../places.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildComparisonPage } from './comparisonPage.viewModels.js';
import { buildVersionPage, VERSION_NOTICES, versionAddress } from './versionPage.viewModels.js';

const VersionNumberSchema = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
const VersionAddressSchema = z.object({ questionnaire: z.string(), version: VersionNumberSchema });
const ComparisonAddressSchema = VersionAddressSchema.extend({ other: VersionNumberSchema });
const NoticeSchema = z.enum(VERSION_NOTICES).nullable().catch(null);

/** A published version: what it is, what can be done with it, and how it differs from another. */
export function versionRoutes({ accounts, definitions, drafts, publishing }: DesignSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('questionnaires');
  const versionOf = (req: Request): Definition => {
    const { questionnaire, version } = parseAddress(VersionAddressSchema, req.params);
    return definitions.definition(questionnaire, version);
  };

  router.get('/design/:questionnaire/versions/:version', allowed, (req, res) => show(req, res, versionOf(req), false));

  router.get('/design/:questionnaire/versions/:version/compare/:other', allowed, async (req, res) => {
    const { questionnaire, version, other } = parseAddress(ComparisonAddressSchema, req.params);
    const [before, after] = [definitions.definition(questionnaire, version), definitions.definition(questionnaire, other)];
    const page = buildComparisonPage(req.language, before, after);
    const layout = staffLayout(req, { title: page.heading, current: 'design', styles: ['design'] });
    await renderView(res, 'design/compareVersions', { layout, ...page });
  });

  router.post('/design/:questionnaire/versions/:version/draft', allowed, async (req, res) => {
    const from = versionOf(req);
    const newest = Math.max(...definitions.definitions.filter(({ id }) => id === from.id).map(({ version }) => version));
    const person = signedInPersonOf(req);
    try {
      await drafts.start({
        definition: { ...from, version: newest + 1 },
        statuses: await publishing.statusesOf(from.id, from.version),
        basedOn: from.version,
        deed: { key: 'design.deed_from_version', values: { version: from.version } },
        by: person.signInName,
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') return show(req, res, from, true);
      throw error;
    }
    await accounts.audit({ person, action: 'questionnaire_started', object: from.id });
    res.redirect(303, draftAddress(from.id));
  });

  for (const { step, action, done } of [
    { step: 'retire', action: 'questionnaire_retired', done: 'retired' },
    { step: 'bring-back', action: 'questionnaire_brought_back', done: 'broughtBack' },
  ] as const)
    router.post(`/design/:questionnaire/versions/:version/${step}`, allowed, async (req, res) => {
      const definition = versionOf(req);
      const { id, version } = definition;
      await (step === 'retire' ? publishing.retire(id, version) : publishing.bringBack(id, version));
      await accounts.audit({ person: signedInPersonOf(req), action, object: `${id}/${version}` });
      res.redirect(303, `${versionAddress(definition)}?done=${done}`);
    });

  async function show(req: Request, res: Response, definition: Definition, draftInTheWay: boolean): Promise<void> {
    const page = buildVersionPage(req.language, {
      definition,
      others: definitions.definitions.filter(({ id, version }) => id === definition.id && version !== definition.version),
      isBuiltIn: definitions.builtIn.includes(definition),
      isRetired: definitions.isRetired(definition.id, definition.version),
      hasDraft: (await drafts.find(definition.id)) !== null,
      draftInTheWay,
      notice: NoticeSchema.parse(req.query.done ?? null),
    });
    const layout = staffLayout(req, {
      title: page.heading,
      current: 'design',
      styles: ['design'],
      languageHref: versionAddress(definition),
    });
    await renderView(res, 'design/version', { layout, ...page }, draftInTheWay ? 409 : 200);
  }

  return router;
}
