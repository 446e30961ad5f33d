import type { Request } from 'express';
import type { Accounts } from '../accounts/index.js';
import { buildLayout, type Layout, type LayoutOptions } from '../http/layout.js';
import { textsIn } from '../i18n/index.js';

type FrameOptions = Pick<LayoutOptions, 'styles' | 'scripts'> & {
  /** Heading of the page, finished in the reader's language. */
  title: string;
  /** Whether anything on the page rests on synthetic data. */
  synthetic?: boolean;
};

/** The frame of a page that anybody may open. */
export function publicLayout(req: Request, { title, synthetic = false, styles = ['data'], scripts }: FrameOptions): Layout {
  return buildLayout(req, { title: titled(req, title), styles, banner: bannerOf(req, synthetic), ...(scripts && { scripts }) });
}

/** The frame of a page for staff, with *Results* as the current place. */
export function staffLayout(
  req: Request,
  accounts: Pick<Accounts, 'staffNavigation'>,
  { title, synthetic = false, styles = ['data', 'staff'], scripts }: FrameOptions,
): Layout {
  return buildLayout(req, {
    title: titled(req, title),
    styles,
    frame: 'staff',
    banner: bannerOf(req, synthetic),
    navigation: accounts.staffNavigation(req, 'results'),
    ...(scripts && { scripts }),
  });
}

function titled(req: Request, title: string): string {
  return `${title} – ${textsIn(req.language)('common.siteName')}`;
}

function bannerOf(req: Request, synthetic: boolean): string | null {
  return synthetic ? textsIn(req.language)('common.demonstrationBanner') : null;
}
