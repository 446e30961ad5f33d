import type { RegressionPreset } from '../../survey-definitions/contract/index.js';
import type { Layout } from '../http/layout.js';
import type { PageModel } from '../http/views.js';
import { textsIn, type Language } from '../i18n/index.js';

/** The tools of analysis, each with what it is for. */
export interface AnalysisStartPage extends PageModel {
  heading: string;
  intro: string;
  tools: { id: string; heading: string; text: string; links: { label: string; href: string }[] }[];
}

declare module '../http/views.js' {
  interface Views {
    'analysis/start': AnalysisStartPage;
  }
}

/** In the order of the work: data first, then what is done with them. */
const TOOLS = {
  data: [
    ['data_list', '/analysis/data'],
    ['data_new', '/analysis/data/new'],
    ['data_official', '/analysis/data/official'],
    ['data_published', '/analysis/data/published'],
  ],
  scenario: [
    ['scenario_towns', '/analysis/scenario'],
    ['scenario_method', '/analysis/scenario/method'],
  ],
  regression: [['regression_list', '/analysis/regression']],
  diversification: [['diversification_regions', '/analysis/diversification']],
} as const;
type Tool = keyof typeof TOOLS;

/** Papers whose regressions are ready for one's own data. */
type Preset = Pick<RegressionPreset, 'id' | 'name'>;

export function buildStartPage(layout: Layout, language: Language, presets: readonly Preset[]): AnalysisStartPage {
  const t = textsIn(language);
  const ready = presets.map(({ id, name }) => ({ label: name[language], href: `/analysis/presets/${id}` }));
  return {
    layout,
    heading: t('analysis.title'),
    intro: t('analysis.intro'),
    tools: (Object.keys(TOOLS) as Tool[]).map((tool) => ({
      id: tool,
      heading: t(`analysis.${tool}_heading`),
      text: t(`analysis.${tool}_text`),
      links: [
        ...TOOLS[tool].map(([key, href]) => ({ label: t(`analysis.${key}`), href })),
        ...(tool === 'regression' ? ready : []),
      ],
    })),
  };
}
