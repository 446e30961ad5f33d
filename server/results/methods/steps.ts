import { blockOfIndicator } from '../../../scoring/index.js';
import type { Aggregation, Method, Weights } from '../../../survey-definitions/contract/index.js';

/** A step of the way up from indicators to the integral score: a block, a part, or the integral score itself. */
export interface MethodStep {
  readonly id: string;
  readonly kind: 'block' | 'part' | 'integral';
  /** Codes of indicators, blocks, or parts. */
  readonly members: readonly string[];
  readonly rule: StepRule;
}

export interface StepRule {
  readonly weights: Weights;
  readonly aggregation: Aggregation;
}

/** The steps of a method, from the blocks up. */
export function stepsOf({ indicators, blocks, subIndices, integral }: Method): MethodStep[] {
  return [
    ...blocks.map(({ id, weights, aggregation }) => ({
      id,
      kind: 'block' as const,
      members: indicators.filter((indicator) => blockOfIndicator(indicator) === id).map(({ code }) => code),
      rule: { weights, aggregation },
    })),
    ...subIndices.map(({ id, blocks: members, weights = 'equal', aggregation }) => ({
      id,
      kind: 'part' as const,
      members,
      rule: { weights, aggregation },
    })),
    {
      id: 'integral',
      kind: 'integral' as const,
      members: subIndices.map(({ id }) => id),
      rule: { weights: integral.weights ?? 'equal', aggregation: integral.aggregation },
    },
  ];
}

/** The method with another rule for one step. */
export function withStepRule(method: Method, step: string, rule: StepRule): Method {
  const changed = <Part extends { id: string }>(part: Part): Part => (part.id === step ? { ...part, ...rule } : part);
  return {
    ...method,
    blocks: method.blocks.map(changed),
    subIndices: method.subIndices.map(changed),
    integral: step === 'integral' ? { ...method.integral, ...rule } : method.integral,
  };
}

/** The share of each member of a step, 0–1; null while no member weighs anything. */
export function sharesOf({ members, rule: { weights } }: MethodStep): Map<string, number> | null {
  const weightOf = (member: string): number => (weights === 'equal' ? 1 : (weights.values[member] ?? 0));
  const total = members.reduce((sum, member) => sum + weightOf(member), 0);
  return total > 0 ? new Map(members.map((member) => [member, weightOf(member) / total])) : null;
}
