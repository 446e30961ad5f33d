import type { NonResponse } from '../../../scoring/index.js';
import { cell, column, type TableCell, type TableModel } from '../../accounts/index.js';
import { languageNames, type Language, type Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import type { FieldworkQuality } from './fieldworkQuality.js';
import type { GroupNonResponse } from './groupNonResponse.js';

interface GroupWords {
  language: Language;
  t: Texts;
  figures: Figures;
}

/** Shares of "hard to say" and refusals, group by group and indicator by indicator. */
export function nonResponseTable({ groups, indicators }: FieldworkQuality, words: GroupWords): TableModel {
  const { t } = words;
  return {
    id: 'groups',
    heading: t('quality.by_group'),
    columns: [
      column(t('quality.group')),
      column(t('quality.all_questions'), { figure: true }),
      ...indicators.map(({ code }) => column(code, { figure: true })),
    ],
    rows: groups.map((group) => [
      cell(groupName(group.group, words)),
      shareCell(group.all, words),
      ...indicators.map(({ code }) => shareCell(group.byIndicator[code] ?? null, words)),
    ]),
    empty: t('quality.no_answers'),
  };
}

function groupName(group: GroupNonResponse['group'], { language }: GroupWords): string {
  return group.kind === 'language' ? languageNames[group.language] : group.label[language];
}

function shareCell(counted: NonResponse | null, { t, figures }: GroupWords): TableCell {
  if (counted === null || counted.asked === 0) return cell(t('quality.group_hidden'), { figure: true });
  return cell(figures.percent((counted.hardToSay + counted.refused) / counted.asked), { figure: true });
}
