import type { PanelTransformation } from '../../../../survey-definitions/contract/index.js';

/** By how much more a variable is read: in its own unit, and how it is called. */
export type VariableStep =
  /** A percentage point: 0.01 of a fraction or a growth rate, 1 of a share in per cent. */
  | { kind: 'point'; step: number }
  /** A per cent of a variable that stands as its logarithm. */
  | { kind: 'percent'; step: number }
  /** 0.01 of a difference of logarithms. */
  | { kind: 'logPoint'; step: number }
  /** One more of `of` per so many people. */
  | { kind: 'perCapita'; step: number; of: string; per: number }
  | { kind: 'unit'; step: number };

/** A number a head is read per so many people. */
const READABLE_PER = 10_000;
const ONE_PERCENT = Math.log(1.01);

/** The step in which a variable is read, by how it was computed; a lag or a difference is in the unit of its variable. */
export function stepOf(name: string, transformations: readonly PanelTransformation[]): VariableStep {
  const made = transformations.find((transformation) => transformation.name === name);
  switch (made?.kind) {
    case 'log':
      return { kind: 'percent', step: ONE_PERCENT };
    case 'log-growth':
      return { kind: 'logPoint', step: 0.01 };
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
      return asDifference(stepOf(made.of, transformations), made.kind);
    default:
      return { kind: 'unit', step: 1 };
  }
}

/** A difference of logarithms is a growth, no logarithm of a level. */
function asDifference(step: VariableStep, kind: 'lag' | 'difference'): VariableStep {
  return kind === 'difference' && step.kind === 'percent' ? { kind: 'logPoint', step: 0.01 } : step;
}

/** The variable whose logarithm, or growth in logarithms, stands under a name; null where none does. */
export function underLogarithm(name: string, transformations: readonly PanelTransformation[]): string | null {
  const made = transformations.find((transformation) => transformation.name === name);
  return made?.kind === 'log' || made?.kind === 'log-growth' ? made.of : null;
}
