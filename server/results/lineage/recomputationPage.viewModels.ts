import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { StoredScore } from '../scores/scoreContent.js';
import { scoreAddress } from './lineageAddress.js';
import type { Recomputation } from './recomputation.js';

export interface RecomputationPage extends PageModel {
  heading: string;
  verdict: string;
  explanations: string[];
  parts: { heading: string; items: string[] };
  back: { label: string; href: string };
}

declare module '../../http/views.js' {
  interface Views {
    'results/lineageAgain': RecomputationPage;
  }
}

export interface RecomputationMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  score: StoredScore;
  recomputation: Recomputation;
  /** What computes now. */
  software: string;
}

export function buildRecomputationPage(material: RecomputationMaterial): RecomputationPage {
  const { layout, language, town, score, recomputation } = material;
  const t = textsIn(language);
  const parts = recomputation.state === 'differs' ? recomputation.parts : [];
  return {
    layout,
    heading: t('lineage.again_heading', { town: town.name[language], year: score.content.year }),
    verdict: verdictText(recomputation, t),
    explanations: [t('lineage.again_text'), ...explanationOf(material, t)],
    parts: {
      heading: parts.length === 0 ? '' : t('lineage.again_differs_in'),
      items: parts.map((part) => t(`lineage.part_${part}`)),
    },
    back: { label: t('lineage.again_back'), href: scoreAddress(town.id, score.id) },
  };
}

function verdictText(recomputation: Recomputation, t: Texts): string {
  if (recomputation.state === 'impossible') return t(`lineage.again_${recomputation.reason}`);
  return t(`lineage.again_${recomputation.state}`);
}

function explanationOf({ recomputation, score, software }: RecomputationMaterial, t: Texts): string[] {
  if (recomputation.state !== 'differs') return [];
  const stored = score.content.software;
  return [stored === software ? t('lineage.again_fault') : t('lineage.again_other_software', { stored, current: software })];
}
