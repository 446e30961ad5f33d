import { Router, type Request, type Response } from 'express';
import { FormValuesSchema, signedInPersonOf, staffLayout, type Accounts, type FormValues } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn, type TextKey } from '../../i18n/index.js';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { findingsFor } from '../lint/lintContext.js';
import { draftAddress } from '../places.js';
import type { DraftRevision, TextStatus } from '../questionnaires/draft.js';
import type { DraftChange, DraftsService } from '../questionnaires/drafts.service.js';
import type { SaidStatus } from '../questionnaires/textStatuses.js';
import { buildConflictPage } from './conflictPage.viewModels.js';
import { buildDraftFrame, DRAFT_TABS, type DraftTab } from './draftFrame.viewModels.js';
import { mergeChanges } from './mergeChanges.js';

/** What a posted form makes of a draft, or why it cannot be used. */
export type Edit =
  | {
      definition: Definition;
      /** Absent: the statuses of texts that did not change stay. */
      statuses?: TextStatus[];
      /** What the form says of texts as they are after the step. */
      said?: SaidStatus[];
      /** What was done, as a sentence for the history. */
      deed: { key: TextKey; values?: Record<string, string | number> };
      /** Where the designer goes next. */
      next: string;
    }
  | { faults: FieldFault[] };

/** The form as it was posted, where it comes again; no values when a page is opened. */
export interface ShownForm {
  values: FormValues | null;
  faults: FieldFault[];
}

export interface DraftPageHandlers {
  show: (req: Request, res: Response, draft: DraftRevision, form: ShownForm) => Promise<void> | void;
  /** A pure function of the draft and the form; throws AppError notFound where its place is gone. */
  edit: (draft: DraftRevision, req: Request, values: FormValues) => Edit;
}

export type Editor = ReturnType<typeof createEditor>;

const NOTHING_POSTED: ShownForm = { values: null, faults: [] };

/** Registers pages of drafts: loads the draft, saves what a form makes of it, and shows where two people met. */
export function createEditor({ accounts, drafts }: { accounts: Accounts; drafts: DraftsService }) {
  const router = Router();
  const allowed = accounts.allow('questionnaires');
  const draftOf = (req: Request) => drafts.get(String(req.params.questionnaire));

  async function answer(req: Request, res: Response, edit: Edit, draft: DraftRevision, handlers: DraftPageHandlers) {
    const values = FormValuesSchema.parse(req.body);
    if ('faults' in edit) {
      if (wantsJson(req)) return void res.status(422).json({ faults: edit.faults });
      res.status(422);
      return handlers.show(req, res, draft, { values, faults: edit.faults });
    }
    const { next, ...change } = edit;
    const saved = changesNothing(change, draft)
      ? draft
      : await drafts.save(draft, { ...change, by: signedInPersonOf(req).signInName });
    if (saved === null) return showConflict(req, res, await drafts.get(draft.questionnaire), handlers);
    if (wantsJson(req)) return void res.json({ revision: saved.revision, next, saved: textsIn(req.language)('design.saved') });
    res.redirect(303, next);
  }

  /** Nothing is saved: what others changed since the page was opened, and what this form would change. */
  async function showConflict(req: Request, res: Response, draft: DraftRevision, handlers: DraftPageHandlers): Promise<void> {
    const values = FormValuesSchema.parse(req.body);
    if (wantsJson(req)) return void res.status(409).json({ message: textsIn(req.language)('design.conflict_title') });
    const base = await baseOf(draft, values);
    const mine = base && handlers.edit(base, req, values);
    const page = buildConflictPage({
      language: req.language,
      draft,
      base,
      mine: mine && 'definition' in mine ? mine.definition : null,
      isPlaceGone: isPlaceGone(() => handlers.edit(draft, req, values)),
      action: req.originalUrl,
      values,
    });
    const layout = staffLayout(req, {
      title: page.heading,
      current: 'design',
      styles: ['design'],
      languageHref: draftAddress(draft.questionnaire),
    });
    await renderView(res, 'design/conflict', { layout, ...page }, 409);
  }

  function show(path: string, handler: DraftPageHandlers['show']): void {
    router.get(`/design/:questionnaire/draft${path}`, allowed, async (req, res) =>
      handler(req, res, await draftOf(req), NOTHING_POSTED),
    );
  }

  function edit(path: string, handlers: DraftPageHandlers): void {
    router.post(`/design/:questionnaire/draft${path}`, allowed, async (req, res) => {
      const draft = await draftOf(req);
      const values = FormValuesSchema.parse(req.body);
      if (revisionIn(values) !== draft.revision) return showConflict(req, res, draft, handlers);
      const made = '_base' in values ? await appliedEdit(req, draft, handlers) : handlers.edit(draft, req, values);
      return answer(req, res, made, draft, handlers);
    });
  }

  /** The revision on which the designer filled in the form, also after the page that showed a conflict. */
  const baseOf = ({ questionnaire }: DraftRevision, values: FormValues) =>
    drafts.findRevision(questionnaire, Number(values._base ?? values._revision));

  /** A form applied after a conflict: it changes what its designer changed, and leaves what others did since. */
  async function appliedEdit(req: Request, draft: DraftRevision, { edit: editOf }: DraftPageHandlers): Promise<Edit> {
    const values = FormValuesSchema.parse(req.body);
    const onNewest = editOf(draft, req, values);
    const base = await baseOf(draft, values);
    if (base === null || 'faults' in onNewest) return onNewest;
    const onBase = editOf(base, req, values);
    const merged = 'faults' in onBase ? null : mergeChanges(base.definition, draft.definition, onBase.definition);
    return merged === null ? onNewest : { ...onNewest, definition: merged };
  }

  return {
    router,
    /** A page of a draft, by its path behind `/design/<questionnaire>/draft`. */
    show,
    /** What a form posted to that path does; `show` draws the page again where the form has faults. */
    edit,
    /** A page with a form: both. */
    page(path: string, handlers: DraftPageHandlers): void {
      show(path, handlers.show);
      edit(path, handlers);
    },
  };
}

/** An edit that gives back what it was given is no step. */
function changesNothing({ definition, statuses, said = [] }: Omit<DraftChange, 'by'>, draft: DraftRevision): boolean {
  return definition === draft.definition && (statuses ?? draft.statuses) === draft.statuses && said.length === 0;
}

/** Somebody else deleted or renamed what the form is about. */
function isPlaceGone(edit: () => Edit): boolean {
  try {
    edit();
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return true;
    throw error;
  }
}

/** The revision on which a page was made. */
function revisionIn(values: FormValues): number {
  const revision = Number(values._revision);
  if (!Number.isInteger(revision)) throw new AppError('badRequest', { message: 'a form of a draft names its revision' });
  return revision;
}

function wantsJson(req: Request): boolean {
  return req.get('Accept')?.startsWith('application/json') ?? false;
}

/** Frame and layout of a page of a draft. */
export function draftSurface(
  req: Request,
  draft: DraftRevision,
  { tab, title, faults = [], scripts = [] }: { tab: DraftTab; title: string; faults?: FieldFault[]; scripts?: string[] },
) {
  const { language } = req;
  return {
    frame: buildDraftFrame(draft, { tab, language, findings: findingsFor(req, draft) }),
    layout: staffLayout(req, {
      title,
      current: 'design',
      faults,
      styles: ['design'],
      scripts: ['design.js', ...scripts],
      ...(req.method === 'POST' ? { languageHref: `${draftAddress(draft.questionnaire)}${DRAFT_TABS[tab]}` } : {}),
    }),
  };
}
