import type { Definitions } from '../../../definitions/index.js';
import { readerNamesFrom } from '../../../definitions/index.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import { roundedForPublic, type ScoreContent, type TownPicture } from '../../../results/index.js';
import type { Method, MethodIndicator } from '../../../../survey-definitions/contract/index.js';
import type { DatasetContent } from '../reading/readDataset.js';
import { panelContentFrom, type OfferedColumn, type PanelValue } from './panelBuilder.js';

/** What can be a column of a panel of published scores. */
export function publishedColumns(
  method: Method,
  definitions: Definitions,
  language: Language,
): { scores: OfferedColumn[]; subjective: OfferedColumn[]; statistics: OfferedColumn[] } {
  const names = readerNamesFrom(definitions);
  const t = textsIn(language);
  const ofIndicator = (indicator: MethodIndicator): OfferedColumn => {
    const name = names.of(indicator.code, language) ?? indicator.code;
    const label = indicator.source === 'statistics' ? `${name}, ${indicator.unit[language]}` : name;
    return { id: indicator.code.toLowerCase(), label };
  };
  const codesOf = (source: MethodIndicator['source']) =>
    method.indicators.filter((indicator) => indicator.source === source).map(ofIndicator);
  return {
    scores: [
      { id: 'integral', label: t('datasets.score_integral') },
      ...method.subIndices.map(({ id, name }) => ({ id, label: name[language] })),
      ...method.blocks.map(({ id, name }) => ({ id: `block_${id.toLowerCase()}`, label: name[language] })),
    ],
    subjective: codesOf('survey'),
    statistics: codesOf('statistics'),
  };
}

/** The panel of chosen columns of pictures that anybody may see: a value that is hidden there is missing here. */
export function publishedPanelFrom(
  pictures: readonly TownPicture[],
  columns: readonly OfferedColumn[],
): { content: DatasetContent; synthetic: boolean } | null {
  const values = pictures.flatMap(({ townId, year, score }) => {
    const found = valuesOf(score);
    return columns.flatMap(({ id }): PanelValue[] => {
      const value = found.get(id);
      return value === undefined ? [] : [{ unit: townId, year, column: id, value }];
    });
  });
  const content = panelContentFrom(values, columns, []);
  return content && { content, synthetic: pictures.some(({ score }) => score.inputs.synthetic.length > 0) };
}

/** Scores, and indicators in their own units; whatever may rest on answers is rounded as public files are. */
function valuesOf({ result, statistics }: ScoreContent): Map<string, number> {
  const official = new Set(statistics.filter(({ origin }) => origin === 'official').map(({ code }) => code));
  const parts = [
    ['integral', result.integral] as const,
    ...result.subIndices.map((part) => [part.id, part] as const),
    ...result.blocks.map((part) => [`block_${part.id.toLowerCase()}`, part] as const),
  ];
  return new Map([
    ...parts.flatMap(([id, part]): [string, number][] => (part.state === 'scored' ? [[id, roundedForPublic(part.score)]] : [])),
    ...result.indicators.flatMap((indicator): [string, number][] => {
      if (indicator.state !== 'scored') return [];
      const value = official.has(indicator.code) ? indicator.value : roundedForPublic(indicator.value);
      return [[indicator.code.toLowerCase(), value]];
    }),
  ]);
}
