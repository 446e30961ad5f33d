import type { Request } from 'express';
import { staffLayout } from '../accounts/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import type { Layout, LayoutOptions } from '../http/layout.js';
import { textsIn } from '../i18n/index.js';

interface AnalysisLayoutOptions extends Pick<LayoutOptions, 'scripts' | 'languageHref'> {
  /** Heading of the page, finished in the reader's language. */
  title: string;
  faults?: FieldFault[];
  /** Whether anything on the page rests on synthetic data. */
  synthetic?: boolean;
}

/** The frame of a page of analyses, with *Analysis* as the current place. */
export function analysisLayout(req: Request, { title, synthetic = false, ...others }: AnalysisLayoutOptions): Layout {
  return staffLayout(req, {
    title,
    current: 'analysis',
    styles: ['data', 'analysis'],
    banner: synthetic ? textsIn(req.language)('common.demonstrationBanner') : null,
    ...others,
  });
}
