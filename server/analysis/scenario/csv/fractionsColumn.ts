import type { ScenarioInput } from '../../../../survey-definitions/contract/index.js';
import { parseScenarioFigure } from '../parseScenarioFigure.js';
import type { EnteredFigure } from '../scenarioEntry.js';

/** Fractions as they were entered: in a cell of its own a spreadsheet would turn one into a date. */
export const FRACTIONS_COLUMN = 'fractions_as_entered';

/** Files round to twelve digits. */
const SAME = 1e-9;

/** The cell of the column: `investment_1=9/94; investment_2=9/96`. Null without fractions. */
export function fractionsCell(figures: readonly EnteredFigure[]): string | null {
  const fractions = figures.filter(({ typed }) => typed.includes('/'));
  return fractions.length === 0 ? null : fractions.map(({ input, typed }) => `${input}=${typed}`).join('; ');
}

/** Figures of a row with their fractions again; a number that somebody has changed since stays as it stands in its cell. */
export function withFractions(
  figures: Readonly<Record<string, string>>,
  cell: string,
  inputs: readonly ScenarioInput[],
): Record<string, string> {
  const fractions = new Map(cell.split(';').map((part): [string, string] => splitAtFirst(part.trim(), '=')));
  const restored = inputs.flatMap((input) => {
    const [number, fraction] = [figures[input.id], fractions.get(input.id)];
    return number !== undefined && fraction !== undefined && isSame(number, fraction, input)
      ? [[input.id, fraction] as const]
      : [];
  });
  return { ...figures, ...Object.fromEntries<string>(restored) };
}

function splitAtFirst(text: string, mark: string): [string, string] {
  const [before = '', ...after] = text.split(mark);
  return [before, after.join(mark)];
}

function isSame(number: string, fraction: string, input: ScenarioInput): boolean {
  const [plain, whole] = [number, fraction].map((text) => parseScenarioFigure(text, input));
  if (!plain || !whole || !('figure' in plain && 'figure' in whole)) return false;
  return Math.abs(plain.figure.value - whole.figure.value) <= SAME * Math.max(1, Math.abs(whole.figure.value));
}
