import { formatNumber, textsIn, type Language } from '../../i18n/index.js';
import { categoriesOfMargin, nameOfMargin, type MarginVariable } from './marginVariables.js';
import { keyOf, type Margin } from './weighting.js';
import type { WeightingFault } from './weightingFault.js';

const PERCENT = 100;

/** Margins, categories and faults in the words of one reader. */
export interface MarginWords {
  margin(variables: readonly string[]): string;
  category(variables: readonly string[], codes: readonly number[]): string;
  /** A category with all that were merged into it. */
  mergedCategory(margin: Margin, codes: readonly number[]): string;
  fault(fault: WeightingFault): string;
  /** A share of 0–1 as a percentage with one decimal. */
  percent(share: number): string;
}

export function marginWordsIn(language: Language, variables: readonly MarginVariable[]): MarginWords {
  const t = textsIn(language);
  const marginText = (ids: readonly string[]): string => nameOfMargin(variables, ids)[language];
  const categoryText = (ids: readonly string[], codes: readonly number[]): string =>
    categoriesOfMargin(variables, ids).find((category) => keyOf(category.codes) === keyOf(codes))?.label[language] ??
    keyOf(codes);
  return {
    margin: marginText,
    category: categoryText,
    mergedCategory: (margin, codes) =>
      [codes, ...mergedInto(margin, keyOf(codes))].map((each) => categoryText(margin.variables, each)).join(' + '),
    fault: ({ code, variables: ids = [], codes }) =>
      t(`weighting.fault_${code}`, { margin: marginText(ids), category: codes ? categoryText(ids, codes) : '' }),
    percent: (share) => t('results.percent', { value: formatNumber(PERCENT * share, language, 1) }),
  };
}

/** Categories that are counted as another, those merged into them before among them. */
function mergedInto({ merges }: Pick<Margin, 'merges'>, key: string): (readonly number[])[] {
  return merges
    .filter(({ into }) => keyOf(into) === key)
    .flatMap(({ codes }) => [codes, ...mergedInto({ merges }, keyOf(codes))]);
}
