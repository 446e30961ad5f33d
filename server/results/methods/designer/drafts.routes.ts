import { Router, type Request, type Response } from 'express';
import { ScoringError } from '../../../../scoring/index.js';
import type { Method } from '../../../../survey-definitions/contract/index.js';
import type { Accounts, FormValues } from '../../../accounts/index.js';
import { signedInPersonOf } from '../../../accounts/index.js';
import { readerNamesFrom, type Definitions } from '../../../definitions/index.js';
import { AppError } from '../../../errors.js';
import type { FieldFault } from '../../../http/fieldFault.js';
import type { Layout } from '../../../http/layout.js';
import { parseAddress, parseRequest } from '../../../http/parse.js';
import { refusalFrom } from '../../../http/refusal.js';
import { renderView } from '../../../http/views.js';
import { textsIn } from '../../../i18n/index.js';
import { staffLayout } from '../../layouts.js';
import { differencesInWords } from '../differencesInWords.js';
import { obstaclesOf } from '../findings.js';
import type { PublicTowns } from '../../towns/publicTowns.js';
import type { MethodDraft } from '../methods.repository.js';
import {
  DoneQuerySchema,
  DraftAddressSchema,
  IndicatorAddressSchema,
  RevisionSchema,
  StepAddressSchema,
  YearQuerySchema,
} from '../methods.requests.js';
import type { MethodsService } from '../methods.service.js';
import { publishedTownsOf } from '../publishedTowns.js';
import type { Methods } from '../registry.js';
import { stepsOf, type MethodStep } from '../steps.js';
import { bandsSection } from './bandsSection.js';
import { buildDiscardPage, buildPublishPage } from './confirmPage.viewModels.js';
import { buildMethodDraftPage } from './draftPage.viewModels.js';
import { buildSectionPage } from './formPage.viewModels.js';
import { formReader, type FormReader } from './formReader.js';
import { indicatorSection } from './indicatorSection.js';
import { indicatorsSection } from './indicatorsSection.js';
import { missingSection } from './missingSection.js';
import { mayJudgePairs, pairsSection } from './pairsSection.js';
import { buildPreviewPage } from './previewPage.viewModels.js';
import type { Scenes } from './scenes.js';
import { draftAddress, type DraftSection, type Scene } from './section.js';
import { stepSection } from './stepSection.js';
import { textsSection } from './textsSection.js';

export interface MethodDraftsSurroundings {
  accounts: Accounts;
  definitions: Definitions;
  methods: Methods;
  methodDesign: MethodsService;
  scenes: Scenes;
  publicTowns: PublicTowns;
}

type SectionOf = (scene: Scene, req: Request) => DraftSection;

/** The forms of a draft by their addresses below it. */
const SECTIONS: Record<string, SectionOf> = {
  '/texts': textsSection,
  '/indicators': indicatorsSection,
  '/missing': missingSection,
  '/bands': bandsSection,
  '/indicators/:indicator': (scene, req) => indicatorSection(scene, indicatorAt(scene, req)),
  '/steps/:step': (scene, req) => stepSection(scene, stepAt(scene, req)),
  '/steps/:step/pairs': (scene, req) => {
    const step = stepAt(scene, req);
    if (!mayJudgePairs(step)) throw new AppError('notFound');
    return pairsSection(scene, step);
  },
};

/** A method in the making: all of it on one page, a form for each part, a preview, and publishing. */
export function methodDraftsRouter(surroundings: MethodDraftsSurroundings): Router {
  const { accounts, definitions, methods, methodDesign, scenes } = surroundings;
  const router = Router();
  const townsOf = publishedTownsOf(surroundings.publicTowns);
  const mayDesign = accounts.allow('releases');
  const base = '/results/methods/:method/draft';
  const readerNames = readerNamesFrom(definitions);

  router.get(base, mayDesign, async (req, res) => {
    const { scene } = await draftAt(req);
    const { done } = parseRequest(DoneQuerySchema, req.query);
    const layout = layoutOf(req, scene.names.method);
    const page = buildMethodDraftPage(scene, { layout, done: done === 'saved' || done === 'begun' ? done : null });
    await renderView(res, 'results/methodDraft', page);
  });

  for (const [path, sectionOf] of Object.entries(SECTIONS)) {
    router.get(`${base}${path}`, mayDesign, async (req, res) => {
      const { draft, scene } = await draftAt(req);
      await showSection(req, res, { draft, section: sectionOf(scene, req) });
    });
    router.post(`${base}${path}`, mayDesign, async (req, res) => {
      const { draft, scene } = await draftAt(req);
      await changeSection(req, res, draft, sectionOf(scene, req));
    });
  }

  router.get(`${base}/preview`, mayDesign, async (req, res) => {
    const { scene } = await draftAt(req);
    const { method } = scene;
    const { year } = parseRequest(YearQuerySchema, req.query);
    const page = buildPreviewPage(scene, {
      layout: layoutOf(req, scene.t('methods.preview_heading', { name: scene.names.method })),
      standard: methods.standard,
      drafted: await townsOf(method, year),
      usual: await townsOf(methods.standard, year),
      isReady: obstaclesOf(method, scene).every(({ path }) => path === '/texts' || path === '/bands'),
    });
    await renderView(res, 'results/methodPreview', page);
  });

  router.get(`${base}/publish`, mayDesign, async (req, res) => {
    await showPublish(req, res);
  });

  router.post(`${base}/publish`, mayDesign, async (req, res) => {
    const { draft, scene } = await draftAt(req);
    const { _revision } = parseRequest(RevisionSchema, req.body);
    if (obstaclesOf(scene.method, scene).length > 0 || _revision !== draft.revision) {
      await showPublish(req, res, 422);
      return;
    }
    const { id, version } = await methodDesign.publish(draft.method.id, signedInPersonOf(req).signInName);
    await accounts.audit({ person: accounts.personOf(req), action: 'method_published', object: `${id} v${version}` });
    res.redirect(303, '/results/methods?done=published');
  });

  router.get(`${base}/discard`, mayDesign, async (req, res) => {
    const { draft, scene } = await draftAt(req);
    const layout = layoutOf(req, scene.t('methods.discard_heading', { name: scene.names.method }));
    await renderView(res, 'results/methodConfirm', buildDiscardPage(scene, { layout, revision: draft.revision }));
  });

  router.post(`${base}/discard`, mayDesign, async (req, res) => {
    const { draft } = await draftAt(req);
    await methodDesign.discard(draft.method.id);
    const object = `${draft.method.id} v${draft.method.version}`;
    await accounts.audit({ person: accounts.personOf(req), action: 'method_discarded', object });
    res.redirect(303, '/results/methods?done=discarded');
  });

  async function draftAt(req: Request): Promise<{ draft: MethodDraft; scene: Scene }> {
    const draft = await methodDesign.getDraft(parseAddress(DraftAddressSchema, req.params).method);
    return { draft, scene: scenes.of(draft.method, req.language) };
  }

  async function changeSection(req: Request, res: Response, draft: MethodDraft, section: DraftSection): Promise<void> {
    const t = textsIn(req.language);
    const { _revision } = parseRequest(RevisionSchema, req.body);
    const read = formReader(req.body, t);
    const method = await changedBy(section, read, req);
    if (read.faults.length === 0 && method) {
      if (await methodDesign.trySave(method, _revision, signedInPersonOf(req).signInName)) {
        res.redirect(303, `${draftAddress(method.id)}?done=saved`);
        return;
      }
      read.add({ field: '', message: t('methods.error_changed_meanwhile') });
    }
    await showSection(req, res, { draft, section, shown: read.shown, faults: read.faults });
  }

  /** A refused computation is a fault of the form that asked for it. */
  async function changedBy(section: DraftSection, read: FormReader, req: Request): Promise<Method | null> {
    try {
      return await section.change(read, townsOf);
    } catch (error) {
      if (!(error instanceof ScoringError)) throw error;
      const { rows, needed } = error.details;
      const message =
        error.code === 'too-few-rows'
          ? textsIn(req.language)('methods.error_few_towns', { rows: Number(rows), needed: Number(needed) })
          : refusalFrom(error, req.language, readerNames).message;
      read.add({ field: section.computedField ?? '', message });
      return null;
    }
  }

  async function showSection(req: Request, res: Response, { draft, section, shown, faults = [] }: ShownSection): Promise<void> {
    const page = buildSectionPage(section, {
      id: draft.method.id,
      revision: draft.revision,
      layout: layoutOf(req, section.heading, faults),
      language: req.language,
      action: req.path,
      ...(shown && { shown }),
      faults,
    });
    await renderView(res, 'results/methodForm', page, faults.length === 0 ? 200 : 422);
  }

  async function showPublish(req: Request, res: Response, status = 200): Promise<void> {
    const { draft, scene } = await draftAt(req);
    const [before] = methods.versionsOf(draft.method.id);
    const other = before ?? methods.standard;
    const page = buildPublishPage(
      scene,
      { name: other.name[req.language], items: differencesInWords(scenes.of(other, req.language), scene) },
      {
        layout: layoutOf(req, scene.t('methods.publish_heading', { name: scene.names.method, version: draft.method.version })),
        revision: draft.revision,
      },
    );
    await renderView(res, 'results/methodConfirm', page, status);
  }

  function layoutOf(req: Request, title: string, faults: readonly FieldFault[] = []): Layout {
    const prefix = faults.length === 0 ? '' : `${textsIn(req.language)('interface.ui_error_prefix')} `;
    return staffLayout(req, accounts, { title: `${prefix}${title}` });
  }

  return router;
}

interface ShownSection {
  draft: MethodDraft;
  section: DraftSection;
  shown?: FormValues;
  faults?: readonly FieldFault[];
}

function indicatorAt({ method }: Scene, req: Request): Method['indicators'][number] {
  const { indicator: wanted } = parseAddress(IndicatorAddressSchema, req.params);
  const found = method.indicators.find(({ code }) => code === wanted);
  if (!found) throw new AppError('notFound');
  return found;
}

function stepAt({ method }: Scene, req: Request): MethodStep {
  const { step: wanted } = parseAddress(StepAddressSchema, req.params);
  const found = stepsOf(method).find(({ id }) => id === wanted);
  if (!found) throw new AppError('notFound');
  return found;
}
