import { cell, column, type TableModel } from '../../../accounts/index.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import { computedFigure, type ReadPicture } from '../scenarioPicture.js';
import { leadsOf } from './marksTable.viewModels.js';
import { bandText, figureText, nameAndSymbol } from './scenarioWords.js';

/** The switch: what unemployment does to the potential, and both results where they are asked for. */
export interface ReversalView {
  id: string;
  heading: string;
  text: string;
  link: { label: string; href: string };
  /** Null while only the result as published is shown. */
  table: TableModel | null;
}

export function reversalViewFrom(
  own: ReadPicture,
  reversed: ReadPicture | null,
  links: { show: string; hide: string },
  language: Language,
): ReversalView {
  const t = textsIn(language);
  return {
    id: 'reversal',
    heading: t('scenarioData.reversal_heading'),
    text: t('scenarioData.reversal_text'),
    link: reversed
      ? { label: t('scenarioData.reversal_hide'), href: `${links.hide}#reversal` }
      : { label: t('scenarioData.reversal_show'), href: `${links.show}#reversal` },
    table: reversed && bothTable(own, reversed, language, t),
  };
}

function bothTable(own: ReadPicture, reversed: ReadPicture, language: Language, t: Texts): TableModel {
  const changed = own.method.indicators.filter(
    ({ id }) => computedFigure(own, id)?.value !== computedFigure(reversed, id)?.value,
  );
  const leads = leadsOf(own, language, t).map(({ label, value }, at) => [
    label,
    value,
    leadsOf(reversed, language, t)[at]?.value ?? '–',
  ]);
  return {
    id: 'reversal',
    heading: t('scenarioData.reversal_heading'),
    columns: [column(t('scenarioData.indicator')), column(t('scenarioData.unreversed')), column(t('scenarioData.reversed'))],
    rows: [
      ...changed.map((indicator) => [
        cell(nameAndSymbol(indicator, language)),
        ...[own, reversed].map((picture) => {
          const figure = computedFigure(picture, indicator.id);
          if (!figure) return cell('–');
          return cell(figureText(figure.value, language), {
            note: figure.level === null ? null : bandText(indicator, figure.level, language, t),
          });
        }),
      ]),
      ...leads.map((words) => words.map((text) => cell(text))),
    ],
    empty: t('scenarioData.reversal_same'),
  };
}
