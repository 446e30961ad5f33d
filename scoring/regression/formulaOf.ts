import type { PanelTransformation } from '../../survey-definitions/contract/index.js';

/**
 * A transformation as a formula: t is the year, t − 1 the year before of the same unit.
 *
 * @param transformation what is computed
 * @returns an equation that is the same in all languages
 * @example formulaOf({ kind: 'growth', name: 'man_grw', of: 'man' }) // 'man_grw = man(t)/man(t−1) − 1'
 */
export function formulaOf(transformation: PanelTransformation): string {
  return `${transformation.name} = ${rightSideOf(transformation)}`;
}

function rightSideOf(transformation: PanelTransformation): string {
  const x = transformation.of;
  switch (transformation.kind) {
    case 'log':
      return `ln(${x})`;
    case 'growth':
      return `${x}(t)/${x}(t−1) − 1`;
    case 'log-growth':
      return `ln(${x}(t)) − ln(${x}(t−1))`;
    case 'difference':
      return `${x}(t) − ${x}(t−1)`;
    case 'lag':
      return `${x}(t−${String(transformation.years)})`;
    case 'share':
      return `${x}/${transformation.by}${transformation.unit === 'per-cent' ? ' × 100' : ''}`;
    case 'per-capita':
      return `${x}/${transformation.by}${transformation.per === 1 ? '' : ` × ${String(transformation.per)}`}`;
    case 'product':
      return `${x} × ${transformation.by}`;
  }
}
