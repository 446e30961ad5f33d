import type { ModelFigures } from './savedAnalysis.js';

/** A number that came out otherwise than it was saved; null where one side has none. */
export interface FigureDifference {
  model: string;
  /** Where it stands among the figures of the model, such as `lab.estimate`. */
  figure: string;
  saved: number | null;
  now: number | null;
}

/** Every figure that differs between what was saved and what is computed now; none where all are the same. */
export function figureDifferences(saved: readonly ModelFigures[], now: readonly ModelFigures[]): FigureDifference[] {
  const names = [...new Set([...saved, ...now].map(({ model }) => model))];
  return names.flatMap((name) => {
    const before = flatFigures(saved.find(({ model }) => model === name));
    const after = flatFigures(now.find(({ model }) => model === name));
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((figure) => {
      const difference = { model: name, figure, saved: before.get(figure) ?? null, now: after.get(figure) ?? null };
      return difference.saved === difference.now ? [] : [difference];
    });
  });
}

function flatFigures(figures: ModelFigures | undefined): Map<string, number> {
  const flat = new Map<string, number>();
  if (!figures) return flat;
  for (const { term, ...values } of figures.coefficients) put(flat, values, term);
  put(flat, figures.statistics, '');
  put(flat, figures.breuschPagan?.studentized ?? {}, 'BP (Koenker)');
  put(flat, figures.breuschPagan?.nonStudentized ?? {}, 'BP');
  put(flat, figures.inflation ?? {}, 'VIF');
  return flat;
}

function put(flat: Map<string, number>, values: Readonly<Record<string, number | null>>, group: string): void {
  for (const [name, value] of Object.entries(values))
    if (value !== null) flat.set(group === '' ? name : `${group}: ${name}`, value);
}
