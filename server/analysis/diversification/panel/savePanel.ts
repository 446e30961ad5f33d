import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { AnalysisComputation } from '../../computation/analysisComputation.js';
import { canonicalCsvFrom } from '../../datasets/canonicalCsv.js';
import type { Dataset } from '../../datasets/dataset.js';
import type { DatasetsService } from '../../datasets/datasets.service.js';
import { panelTableOf } from '../../datasets/panelTableOf.js';
import type { DiversificationOptions } from '../../../../scoring/index.js';
import { joinedPanelFrom } from './joinedPanel.js';

type Save = DatasetsService['save'];

interface PanelOrder {
  sectors: Dataset;
  controls: Dataset;
  options: DiversificationOptions;
  language: Language;
  computation: AnalysisComputation;
  /** The door through which data are saved. */
  save: (content: Parameters<Save>[0], label: Omit<Parameters<Save>[1], 'savedBy'>) => ReturnType<Save>;
}

/** Saves the measures with their controls as data of their own; else says in one sentence why that cannot be. */
export async function savePanel({
  sectors,
  controls,
  options,
  language,
  computation,
  save,
}: PanelOrder): Promise<{ digest: string; isNew: boolean } | { refused: string }> {
  const t = textsIn(language);
  const { economy } = await computation.run('economy', { csv: sectors.csv }, options);
  const joined = joinedPanelFrom(economy, panelTableOf(controls));
  if ('refused' in joined) {
    if (joined.refused === 'apart') return { refused: t('diversification.panel_error_apart') };
    return { refused: t('diversification.panel_error_columns', { columns: joined.columns.join(', ') }) };
  }
  const { table } = joined;
  const headings = new Map([
    ...computedHeadings(options, t),
    ...controls.columns.map(({ id, heading }) => [id, heading] as const),
  ]);
  const columns = Object.keys(table.columns).map((id) => ({ id, heading: headings.get(id) ?? id }));
  const content = { kind: 'panel' as const, csv: canonicalCsvFrom(table), rows: table.units.length, columns, notes: [] };
  return save(content, {
    name: t('diversification.panel_name', { controls: controls.name, table: sectors.name }),
    source: t('diversification.panel_source', {
      tableDigest: sectors.digest.slice(0, 12),
      level: t(`diversification.level_${options.level}`),
      base: t(`diversification.base_${options.base}`),
      controlsDigest: controls.digest.slice(0, 12),
      source: controls.source,
    }),
    origin: controls.origin,
    synthetic: sectors.synthetic || controls.synthetic,
  });
}

/** By their words a column is recognised for what it is: a variance or an entropy is no share. */
function computedHeadings({ base }: DiversificationOptions, t: Texts): [id: string, heading: string][] {
  const unit = t(`diversification.base_${base}`);
  return [
    ['div', t('diversification.measure_variance')],
    ['related_variety', `${t('diversification.column_related')}, ${unit}`],
    ['unrelated_variety', `${t('diversification.column_unrelated')}, ${unit}`],
    ['herfindahl', t('diversification.column_herfindahl')],
  ];
}
