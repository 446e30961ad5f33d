import type { Request, RequestHandler, Response } from 'express';
import type { Definition } from '../../survey-definitions/contract/index.js';
import type { Definitions } from '../definitions/index.js';
import type { FieldworkService, Study, Wave } from '../fieldwork/index.js';
import { buildLayout, type Layout } from '../http/layout.js';
import { renderView, type Views } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import type { Draft, StartedDraft } from './draft.js';
import type { DraftService } from './drafts.service.js';
import { closedNotice, unknownLinkNotice, type NoticePage } from './notices.viewModels.js';
import { wordingOf, type Wording } from './wording.js';

const COOKIE = 'questionnaire';
const DAY_MS = 24 * 3600 * 1000;

/** One request under /s/<wave>: the wave with its pinned questionnaire, and the draft of this phone. */
export interface Visit {
  wave: Wave;
  study: Study;
  definition: Definition;
  draft: Draft | null;
  cookie: string;
  /** `/s/<wave>` */
  address: string;
}

/** A visit with an unfinished questionnaire. */
export type DraftVisit = Visit & { draft: StartedDraft };

interface VisitDependencies {
  definitions: Definitions;
  fieldwork: FieldworkService;
  drafts: DraftService;
}

/** Draws a page, or names the address where the respondent goes next. */
export type Step<V extends Visit> = (req: Request, res: Response, visit: V) => Promise<string | undefined>;

export function step(handler: Step<Visit>): RequestHandler {
  return async (req, res) => {
    const next = await handler(req, res, visitOf(res));
    if (next !== undefined) res.redirect(303, next);
  };
}

/** Null for an address that no wave has, or a wave that takes answers of programs only. */
export async function loadVisit(req: Request, { definitions, fieldwork, drafts }: VisitDependencies): Promise<Visit | null> {
  const wave = await fieldwork.findWave(String(req.params.wave));
  if (wave?.access !== 'open-link') return null;
  const kept = (req.cookies as Record<string, unknown>)[COOKIE];
  const cookie = typeof kept === 'string' ? kept : '';
  const [study, draft] = await Promise.all([
    fieldwork.getStudy(wave.study),
    cookie === '' ? null : drafts.find(wave.slug, cookie),
  ]);
  const definition = definitions.definition(wave.definitionId, wave.definitionVersion);
  return { wave, study, definition, draft, cookie, address: `/s/${wave.slug}` };
}

function visitOf(res: Response): Visit {
  return res.locals.visit as Visit;
}

export function keepCookie(res: Response, cookie: string, { days, secure }: { days: number; secure: boolean }): void {
  res.cookie(COOKIE, cookie, { path: visitOf(res).address, httpOnly: true, sameSite: 'lax', secure, maxAge: days * DAY_MS });
}

export function dropCookie(res: Response): void {
  res.clearCookie(COOKIE, { path: visitOf(res).address });
}

export function wordingFor(req: Request, visit: Visit, townId: string | null): Wording {
  return wordingOf(visit.wave, visit.study, townId, req.language);
}

/** Draws a respondent's page: only the languages in its frame, the banner on a demonstration, never indexed. */
export async function showPage<Name extends RespondView>(
  req: Request,
  res: Response,
  name: Name,
  content: Omit<Views[Name], 'layout'> & { title?: string },
  { title, status = 200 }: { title: string; status?: number },
): Promise<undefined> {
  const visit = res.locals.visit as Visit | undefined;
  const demonstration = visit?.study.demonstration ?? false;
  const layout: Layout = buildLayout(req, {
    title,
    frame: 'respond',
    scripts: ['respond.js'],
    banner: demonstration ? textsIn(req.language)('common.demonstrationBanner') : null,
  });
  res.setHeader('Cache-Control', 'no-store');
  await renderView(res, name, { ...content, layout } as unknown as Views[Name], status);
  return undefined;
}

type RespondView = Extract<keyof Views, `respond/${string}`>;

export async function showNotice(
  req: Request,
  res: Response,
  notice: Omit<NoticePage, 'layout'>,
  status = 200,
): Promise<undefined> {
  return showPage(req, res, 'respond/notice', notice, { title: notice.heading, status });
}

export function showUnknownLink(req: Request, res: Response): Promise<undefined> {
  return showNotice(req, res, unknownLinkNotice(req.language), 404);
}

export function showClosed(req: Request, res: Response): Promise<undefined> {
  const visit = visitOf(res);
  return showNotice(req, res, closedNotice(wordingFor(req, visit, null).of(visit.definition.title), req.language));
}
