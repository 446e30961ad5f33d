import { describe, expect, it } from 'vitest';
import { panelModelFrom, panelRegressionFrom, type PanelTable } from '../../../../scoring/index.js';
import { sectorCsvFrom } from '../../datasets/canonicalCsv.js';
import { economyOf } from '../economyOf.js';
import { syntheticControls } from '../syntheticControls.js';
import { syntheticSectors } from '../syntheticSectors.js';
import { joinedPanelFrom } from './joinedPanel.js';

const sectors = syntheticSectors();
const { economy } = economyOf({ csv: sectorCsvFrom(sectors) }, { level: 'sector', base: 'bits', absent: 'zero' });
const controls = syntheticControls(sectors);

function joined(table: PanelTable): PanelTable {
  const panel = joinedPanelFrom(economy, table);
  if ('refused' in panel) throw new Error(`refused: ${panel.refused}`);
  return panel.table;
}

const logarithms = (values: Float64Array = new Float64Array()): Float64Array => values.map(Math.log);

describe('the panel of diversification and controls', () => {
  it('has the measures of every region and year, from which a fixed-effects regression finds the effect put in', () => {
    const { units, years, columns } = joined(controls);
    expect(units).toHaveLength(100);
    expect(Object.keys(columns).slice(0, 4)).toEqual(['div', 'related_variety', 'unrelated_variety', 'herfindahl']);
    const { coefficients } = panelRegressionFrom(
      panelModelFrom({
        response: 'ln_resilience',
        terms: ['unrelated_variety', 'ln_market'],
        individuals: units,
        periods: years.map(String),
        effect: 'individual',
        variables: { ...columns, ln_resilience: logarithms(columns.resilience), ln_market: logarithms(columns.market) },
      }),
    );
    const [unrelated, market] = coefficients;
    expect(Math.abs((unrelated?.estimate ?? 0) - 0.8)).toBeLessThan(3 * (unrelated?.standardError ?? 0));
    expect(Math.abs((market?.estimate ?? 0) + 0.2)).toBeLessThan(3 * (market?.standardError ?? 0));
  });

  it('leaves out rows that the table of sectors does not have, and is refused where nothing is left', () => {
    const abroad = { ...controls, units: controls.units.map((unit, at) => (at === 0 ? unit : 'elsewhere')) };
    expect(joined(abroad).units).toEqual([controls.units[0]]);
    expect(joinedPanelFrom(economy, { ...controls, units: controls.units.map(() => 'elsewhere') })).toEqual({ refused: 'apart' });
  });

  it('never replaces a column that the controls have', () => {
    const columns = { ...controls.columns, div: new Float64Array(controls.units.length) };
    expect(joinedPanelFrom(economy, { ...controls, columns })).toEqual({ refused: 'columns', columns: ['div'] });
  });
});
