import type { Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import { CLEAR_SHARE } from '../towns/comparison.js';
import { sharesIn, type MatrixTown } from './aboveMatrix.viewModels.js';
import type { RankDraws } from './drawnTowns.js';
import { publicDrawShareOf } from './publicUncertainty.js';

/** One town against each other, for a screen that cannot hold the whole matrix. */
export interface PairList {
  heading: string;
  intro: string;
  pick: {
    label: string;
    button: string;
    hidden: { name: string; value: string }[];
    options: { id: string; name: string; selected: boolean }[];
  };
  rows: { name: string; href: string; share: string; width: string; verdict: string; verdictClass: string }[];
  rule: string;
}

export function pairListFrom(
  towns: readonly MatrixTown[],
  chosen: MatrixTown,
  query: Record<string, string>,
  ranks: RankDraws,
  t: Texts,
  figures: Figures,
): PairList {
  const shareOf = sharesIn(ranks);
  const others = towns.filter(({ townId }) => townId !== chosen.townId);
  return {
    heading: t('uncertainty.pairs_heading', { town: chosen.name }),
    intro: t('uncertainty.pairs_intro'),
    pick: {
      label: t('uncertainty.matrix_town'),
      button: t('results.compare_show'),
      hidden: Object.entries(query).map(([name, value]) => ({ name, value })),
      options: towns.map(({ townId, name }) => ({ id: townId, name, selected: townId === chosen.townId })),
    },
    rows: others.map(({ townId, name, href }) => {
      const share = shareOf(chosen.townId, townId);
      const printed = publicDrawShareOf(share);
      return {
        name,
        href,
        share: t('uncertainty.pair_above', { share: figures.percent(printed) }),
        width: `${String(Math.round(100 * printed))}%`,
        ...verdictOf(share, shareOf(townId, chosen.townId), t),
      };
    }),
    rule: t('uncertainty.pairs_rule'),
  };
}

function verdictOf(above: number, below: number, t: Texts): { verdict: string; verdictClass: string } {
  if (above >= CLEAR_SHARE) return { verdict: t('uncertainty.pair_sure_above'), verdictClass: 'is-clear' };
  if (below >= CLEAR_SHARE) return { verdict: t('uncertainty.pair_sure_below'), verdictClass: 'is-clear' };
  return { verdict: t('uncertainty.pair_same'), verdictClass: 'quiet' };
}
