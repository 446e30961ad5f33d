import type { PanelTransformation } from '../../../../survey-definitions/contract/index.js';

/** By how much more a variable is read: in its own unit, and how it is called. */
export type VariableStep =
  /** A percentage point: 0.01 of a fraction or a growth rate, 1 of a share in per cent. */
  | { kind: 'point'; step: number }
  /** A per cent of what stands as its logarithm. */
  | { kind: 'percent'; step: number }
  /** One more of `of` per so many people. */
  | { kind: 'perCapita'; step: number; of: string; per: number }
  | { kind: 'unit'; step: number };

/** A number a head is read per so many people. */
const READABLE_PER = 10_000;
const ONE_PERCENT = Math.log(1.01);

/** The step in which a variable is read, by how it was computed; a lag or a difference is in the unit of its variable. */
export function stepOf(name: string, transformations: readonly PanelTransformation[]): VariableStep {
  if (underLogarithm(name, transformations) !== null) return { kind: 'percent', step: ONE_PERCENT };
  const made = transformations.find((transformation) => transformation.name === name);
  switch (made?.kind) {
    case 'growth':
      return { kind: 'point', step: 0.01 };
    case 'share':
      return { kind: 'point', step: made.unit === 'per-cent' ? 1 : 0.01 };
    case 'per-capita':
      return {
        kind: 'perCapita',
        of: made.of,
        ...(made.per === 1 ? { step: 1 / READABLE_PER, per: READABLE_PER } : { step: 1, per: made.per }),
      };
    case 'lag':
    case 'difference':
      return asDifference(stepOf(made.of, transformations));
    default:
      return { kind: 'unit', step: 1 };
  }
}

/** A difference of differences of logarithms has no name of its own. */
function asDifference(step: VariableStep): VariableStep {
  return step.kind === 'percent' ? { kind: 'unit', step: 1 } : step;
}

/**
 * What stands under the logarithm that a name is, as formulas write it: `y`, `y(t−1)` of a lag, `y(t)/y(t−1)` of a growth in
 * logarithms. Null where a name is no logarithm.
 */
export function underLogarithm(name: string, transformations: readonly PanelTransformation[]): string | null {
  const made = transformations.find((transformation) => transformation.name === name);
  return made?.kind === 'log' ? made.of : underLogarithmBefore(name, 0, transformations);
}

function underLogarithmBefore(name: string, years: number, transformations: readonly PanelTransformation[]): string | null {
  const made = transformations.find((transformation) => transformation.name === name);
  switch (made?.kind) {
    case 'log':
      return before(made.of, years);
    case 'log-growth':
      return `${before(made.of, years)}/${before(made.of, years + 1)}`;
    case 'lag':
      return underLogarithmBefore(made.of, years + made.years, transformations);
    case 'difference': {
      const later = underLogarithmBefore(made.of, years, transformations);
      const earlier = underLogarithmBefore(made.of, years + 1, transformations);
      return later === null || later.includes('/') ? null : `${later}/${String(earlier)}`;
    }
    default:
      return null;
  }
}

function before(name: string, years: number): string {
  return years === 0 ? `${name}(t)` : `${name}(t−${years})`;
}
