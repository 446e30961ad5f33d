import { cell, column } from '../../accounts/index.js';
import type { MergeOffer } from './mergeOffers.js';
import type { Weighting } from './weighting.js';
import type { TableSection, Telling } from './weightsTelling.js';

/** Categories to merge and categories that are merged; null without any. */
export interface MergeSections {
  offers: TableSection | null;
  merged: TableSection | null;
}

export function mergeSections(offers: readonly MergeOffer[], current: Weighting | undefined, telling: Telling): MergeSections {
  return { offers: offerSection(offers, telling), merged: mergedSection(current, telling) };
}

function offerSection(offers: readonly MergeOffer[], { t, words, address }: Telling): MergeSections['offers'] {
  if (offers.length === 0) return null;
  return {
    heading: t('weighting.offers'),
    text: t('weighting.offers_text'),
    table: {
      id: 'offers',
      heading: t('weighting.offers'),
      columns: [
        column(t('weighting.category')),
        column(t('weighting.margin')),
        column(t('weighting.respondents'), { figure: true }),
        column(t('weighting.deed')),
      ],
      rows: offers.map(({ variables, codes, respondents, into }) => {
        const category = words.category(variables, codes);
        const other = into && words.category(variables, into);
        const label = other === null ? t('weighting.no_neighbour') : t('weighting.merge_into', { other });
        return [
          cell(category),
          cell(words.margin(variables)),
          cell(String(respondents), { figure: true }),
          into
            ? cell('', {
                deed: {
                  action: address.ofMerge(variables, codes, into),
                  label,
                  spokenLabel: t('weighting.merge_spoken', { category, other: other ?? '' }),
                },
              })
            : cell(label),
        ];
      }),
      empty: '',
    },
  };
}

function mergedSection(current: Weighting | undefined, { t, words, address }: Telling): MergeSections['merged'] {
  const merges = (current?.margins ?? []).flatMap((margin) =>
    margin.merges.map((merge) => ({ ...merge, variables: margin.variables })),
  );
  if (merges.length === 0) return null;
  return {
    heading: t('weighting.merged'),
    text: t('weighting.merged_text'),
    table: {
      id: 'merged',
      heading: t('weighting.merged'),
      columns: [
        column(t('weighting.category')),
        column(t('weighting.counted_as')),
        column(t('weighting.margin')),
        column(t('weighting.deed')),
      ],
      rows: merges.map(({ variables, codes, into }) => [
        cell(words.category(variables, codes)),
        cell(words.category(variables, into)),
        cell(words.margin(variables)),
        cell('', {
          deed: {
            action: address.ofSeparation(variables, codes),
            label: t('weighting.separate'),
            spokenLabel: t('weighting.separate_spoken', { category: words.category(variables, codes) }),
          },
        }),
      ]),
      empty: '',
    },
  };
}
