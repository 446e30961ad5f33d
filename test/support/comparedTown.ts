import type { ComparedTown, ScoreInputs } from '../../scoring/index.js';
import type { Method } from '../../survey-definitions/contract/index.js';
import { methodOf } from './method.js';

/** The default method with goalposts for every statistic. */
export function completeMethod(): Method {
  const { indicators } = methodOf();
  return methodOf({
    indicators: indicators.map((indicator) =>
      indicator.source === 'statistics' && indicator.normalisation.type !== 'goalposts'
        ? { ...indicator, normalisation: { type: 'goalposts', lo: 0, hi: 200 } }
        : indicator,
    ),
  });
}

/** Inputs that give these scores; survey figures have this standard error and the correlation of 0.3. */
export function inputsOf(method: Method, scoreOf: (code: string) => number, standardError: number): ScoreInputs {
  const surveyed = method.indicators.filter(({ source }) => source === 'survey').map(({ code }) => code);
  const indicators = Object.fromEntries(
    method.indicators.map((indicator) => {
      const normalisation = indicator.source === 'statistics' ? indicator.normalisation : null;
      const { lo, hi } = normalisation?.type === 'goalposts' ? normalisation : { lo: 0, hi: 100 };
      return [indicator.code, { state: 'present' as const, value: lo + (scoreOf(indicator.code) / 100) * (hi - lo) }];
    }),
  );
  const values = surveyed.map((row) => surveyed.map((column) => standardError ** 2 * (row === column ? 1 : 0.3)));
  return { indicators, covariance: { keys: surveyed, values } };
}

/** Towns whose indicators lie around the given levels. */
export function townsAround(method: Method, levels: readonly number[], standardError = 3): ComparedTown[] {
  return levels.map((level, at) => ({
    town: `town-${String(at + 1)}`,
    inputs: inputsOf(method, (code) => level + ((code.charCodeAt(0) * 7 + code.length * 11 + at * 5) % 9) - 4, standardError),
  }));
}
