import type { PanelTransformation } from '../../../../survey-definitions/contract/index.js';
import { rName } from './rNames.js';

/** A column of the data frame `panel` that is computed from others; `earlier` is defined at the head of the file. */
export function rTransformation(transformation: PanelTransformation): string {
  return `panel$${rName(transformation.name)} <- ${rightSideOf(transformation)}`;
}

function rightSideOf(transformation: PanelTransformation): string {
  const x = `panel$${rName(transformation.of)}`;
  switch (transformation.kind) {
    case 'log':
      return `log(${x})`;
    case 'growth':
      return `${x} / earlier(${x}) - 1`;
    case 'log-growth':
      return `log(${x}) - log(earlier(${x}))`;
    case 'difference':
      return `${x} - earlier(${x})`;
    case 'lag':
      return `earlier(${x}, ${String(transformation.years)})`;
    case 'share':
      return `${x} / panel$${rName(transformation.by)}${transformation.unit === 'per-cent' ? ' * 100' : ''}`;
    case 'per-capita':
      return `${x} / panel$${rName(transformation.by)}${transformation.per === 1 ? '' : ` * ${String(transformation.per)}`}`;
    case 'product':
      return `${x} * panel$${rName(transformation.by)}`;
  }
}
