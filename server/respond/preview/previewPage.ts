import type { Request, Response } from 'express';
import type { PreviewVisit, Walk } from '../../design/index.js';
import { buildLayout, type Layout } from '../../http/layout.js';
import { renderView, type Views } from '../../http/views.js';
import { LANGUAGES, languageNames, textsIn } from '../../i18n/index.js';
import type { NoticePage } from '../notices.viewModels.js';

/** A visit at one state of the walk. */
export interface Standpoint extends PreviewVisit {
  address: string;
}

export function standpointOf(visit: PreviewVisit, walk: Walk | null = visit.walk): Standpoint {
  return { ...visit, walk, address: visit.addressOf(walk) };
}

type RespondView = Extract<keyof Views, `respond/${string}`>;

/** Draws a respondent's page as it is, in a frame whose links stay inside the preview and that says what it is. */
export async function showPreview<Name extends RespondView>(
  req: Request,
  res: Response,
  at: Standpoint,
  name: Name,
  content: Omit<Views[Name], 'layout'>,
  { title, status = 200 }: { title: string; status?: number },
): Promise<undefined> {
  const layout = previewLayout(req, title, at);
  await renderView(res, name, { ...content, layout } as unknown as Views[Name], status);
  return undefined;
}

export function showPreviewNotice(
  req: Request,
  res: Response,
  at: Standpoint,
  notice: Omit<NoticePage, 'layout'>,
  title: string = notice.heading,
): Promise<undefined> {
  return showPreview(req, res, at, 'respond/notice', notice, { title });
}

function previewLayout(req: Request, title: string, { language, walk, addressOf }: Standpoint): Layout {
  const t = textsIn(language);
  return {
    ...buildLayout(req, {
      title,
      frame: 'respond',
      scripts: ['respond.js'],
      banner: t('designPreview.banner'),
      home: addressOf(null),
    }),
    languages: LANGUAGES.map((code) => ({
      code,
      name: languageNames[code],
      href: `${addressOf(walk, code)}${req.path === '/' ? '' : req.path}`,
      current: code === language,
    })),
    footer: [{ label: t('common.privacy'), href: `${addressOf(walk)}/privacy` }],
  };
}
