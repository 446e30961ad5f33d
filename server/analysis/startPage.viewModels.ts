import type { Layout } from '../http/layout.js';
import type { PageModel } from '../http/views.js';
import { textsIn, type Language } from '../i18n/index.js';

/** The tools of analysis, each with what it is for. */
export interface AnalysisStartPage extends PageModel {
  heading: string;
  intro: string;
  tools: { heading: string; text: string; links: { label: string; href: string }[] }[];
}

declare module '../http/views.js' {
  interface Views {
    'analysis/start': AnalysisStartPage;
  }
}

export function buildStartPage(layout: Layout, language: Language): AnalysisStartPage {
  const t = textsIn(language);
  return { layout, heading: t('analysis.title'), intro: t('analysis.intro'), tools: [] };
}
