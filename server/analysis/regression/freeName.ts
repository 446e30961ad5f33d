import type { RegressionModel } from '../../../survey-definitions/contract/index.js';

const LONGEST = 40;

/** A name that no model has yet: the wanted one with the next free number. */
export function freeName(wanted: string, models: readonly RegressionModel[]): string {
  const taken = new Set(models.map(({ name }) => name));
  for (let number = wanted === '' ? 1 : 2; ; number += 1) {
    const ending = wanted === '' ? `M${number}` : ` (${number})`;
    const name = `${wanted.slice(0, LONGEST - ending.length)}${ending}`;
    if (!taken.has(name)) return name;
  }
}
