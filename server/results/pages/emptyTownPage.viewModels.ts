import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Wave } from '../../fieldwork/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { populationName } from './why.viewModels.js';

/** A town of which nothing is published yet. */
export interface EmptyTownPage extends PageModel {
  crumbs: { label: string; href: string }[];
  region: string;
  heading: string;
  text: string;
  waves: { label: string; href: string }[];
}

declare module '../../http/views.js' {
  interface Views {
    'results/emptyTown': EmptyTownPage;
  }
}

export interface EmptyTownMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  openWaves: readonly Wave[];
}

export function buildEmptyTownPage({ layout, language, town, openWaves }: EmptyTownMaterial): EmptyTownPage {
  const t = textsIn(language);
  return {
    layout,
    crumbs: [{ label: t('common.towns'), href: '/' }],
    region: town.region.name[language],
    heading: town.name[language],
    text: t('results.empty_text'),
    waves: openWaves.map((wave) => ({
      label: t('results.answer_as', { population: populationName(wave.population, t) }),
      href: `/s/${wave.slug}/${town.id}`,
    })),
  };
}
