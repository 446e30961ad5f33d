import { itemsInOrder, type Indicator } from '../../../survey-definitions/contract/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { questionWords } from '../conditions/answerWords.js';
import { textIn, type DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { codesFedBy } from './indicatorForm.viewModels.js';
import { orderedCell, orderedTable, type OrderedTable } from './orderedTable.viewModels.js';

export type IndicatorsPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string[];
  table: OrderedTable;
  /** Questions with a scale that feed no indicator. */
  unused: { heading: string; explanation: string; items: { id: string; href: string; question: string }[] };
};

declare module '../../http/views.js' {
  interface Views {
    'design/indicators': IndicatorsPage;
  }
}

export function buildIndicatorsPage(language: Language, draft: DraftRevision): Omit<IndicatorsPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  return {
    heading: t('designMeasurement.indicators'),
    explanation: [t('designMeasurement.indicators_explanation'), t('designMeasurement.codes_explanation')],
    table: indicatorTable(language, draft),
    unused: unusedItems(language, draft),
  };
}

function indicatorTable(language: Language, draft: DraftRevision): OrderedTable {
  const t = textsIn(language);
  const items = ({ items }: Indicator): string[] =>
    items.map(({ item, direction }) => (direction === '+' ? item : t('designMeasurement.item_reversed', { id: item })));
  return orderedTable({
    draft,
    language,
    collection: 'indicators',
    list: 'indicators',
    segment: 'indicators',
    heading: t('designMeasurement.indicators_table'),
    explanation: '',
    columns: (['code', 'name', 'items', 'minimum', 'kind', 'base'] as const).map((name) => t(`designMeasurement.col_${name}`)),
    empty: t('designMeasurement.indicators_none'),
    cells: (indicator) => [
      orderedCell(indicator.code),
      orderedCell(textIn(indicator.name, language) || indicator.id, textIn(indicator.shortName, language) || null),
      orderedCell(items(indicator)),
      orderedCell(t('designMeasurement.minimum_of', { n: indicator.minValid, of: indicator.items.length })),
      orderedCell(t(`designMeasurement.construct_${indicator.construct}`)),
      orderedCell(indicator.base ? textIn(indicator.base, language) : t('designMeasurement.base_everybody')),
    ],
    add: [{ label: t('designMeasurement.indicator_add') }],
  });
}

function unusedItems(language: Language, { questionnaire, definition }: DraftRevision): IndicatorsPage['unused'] {
  const t = textsIn(language);
  const unused = itemsInOrder(definition).filter(
    ({ id, type }) => type === 'scale' && codesFedBy(definition.indicators, id).length === 0,
  );
  return {
    heading: t('designMeasurement.unused_heading'),
    explanation: t(unused.length === 0 ? 'designMeasurement.unused_none' : 'designMeasurement.unused_explanation'),
    items: unused.map((item) => ({
      id: item.id,
      href: `${draftAddress(questionnaire)}/items/${item.id}`,
      question: questionWords(item, language),
    })),
  };
}
