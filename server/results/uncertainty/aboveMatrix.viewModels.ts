import type { Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import { CLEAR_SHARE } from '../towns/comparison.js';
import type { RankDraws } from './drawnTowns.js';
import { publicDrawShareOf } from './publicUncertainty.js';

/** How often each town is above each other; and the same of one town as a list. */
export interface AboveMatrix {
  heading: string;
  caption: string;
  note: string;
  townLabel: string;
  columns: { number: string; name: string }[];
  rows: { number: string; name: string; href: string; cells: { text: string; cellClass: string }[] }[];
}

/** A town of the matrix, in the order in which it is shown. */
export interface MatrixTown {
  townId: string;
  name: string;
  href: string;
}

export function aboveMatrixFrom(towns: readonly MatrixTown[], ranks: RankDraws, t: Texts, figures: Figures): AboveMatrix {
  const shareOf = sharesIn(ranks);
  return {
    heading: t('uncertainty.matrix_heading'),
    caption: t('uncertainty.matrix_caption'),
    note: t('uncertainty.matrix_note'),
    townLabel: t('uncertainty.matrix_town'),
    columns: towns.map(({ name }, at) => ({ number: String(at + 1), name })),
    rows: towns.map(({ townId, name, href }, at) => ({
      number: String(at + 1),
      name,
      href,
      cells: towns.map((other) => {
        if (other.townId === townId) return { text: '–', cellClass: 'share-self' };
        const share = shareOf(townId, other.townId);
        return { text: figures.whole(100 * publicDrawShareOf(share)), cellClass: shadeOf(share) };
      }),
    })),
  };
}

/** The share of draws in which one town is above another, by their ids. */
export function sharesIn({ ranks, above }: RankDraws): (one: string, other: string) => number {
  const places = new Map(ranks.map(({ town }, at) => [town, at]));
  return (one, other) => above[places.get(one) ?? -1]?.[places.get(other) ?? -1] ?? 0;
}

/** Colour says only what is clear; everything between is of one tint. */
function shadeOf(share: number): string {
  if (share >= CLEAR_SHARE) return 'share-above';
  return share <= 1 - CLEAR_SHARE ? 'share-below' : 'share-open';
}
