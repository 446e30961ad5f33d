import type { JournalText } from './journalText.viewModels.js';

/** So many columns fit on an upright page. */
const MOST_COLUMNS = 4;

/**
 * A table as a printed page can hold it: parts of at most four columns below each other, each with the lines that say
 * something there. What a paper prints of a model stays beside the model; the notes stand below the last part.
 */
export function journalParts(text: JournalText): JournalText[] {
  const { columns, terms, footer, notes } = text;
  const parts = divided(columns);
  return parts.map((at, part) => ({
    columns: chosen(columns, at),
    terms: terms
      .map(({ label, cells }) => ({ label, cells: chosen(cells, at) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
    footer: footer
      .map(({ label, values }) => ({ label, values: chosen(values, at) }))
      .filter(({ values }) => values.some((value) => value !== '')),
    notes: part === parts.length - 1 ? notes : [],
  }));
}

/** The positions of the columns of each part; all parts have about as many models. */
function divided(columns: JournalText['columns']): number[][] {
  const models = columns.reduce<number[][]>((found, { name }, at) => {
    const last = found.at(-1);
    if (last && columns[at - 1]?.name === name) last.push(at);
    else found.push([at]);
    return found;
  }, []);
  const parts = filled(models, MOST_COLUMNS).length;
  return filled(models, Math.ceil(models.length / Math.max(1, parts)));
}

/** As many models in a part as fit, and no more than so many. */
function filled(models: readonly number[][], most: number): number[][] {
  const parts: { columns: number[]; models: number }[] = [];
  for (const model of models) {
    const last = parts.at(-1);
    if (last && last.models < most && last.columns.length + model.length <= MOST_COLUMNS) {
      last.columns.push(...model);
      last.models += 1;
    } else parts.push({ columns: [...model], models: 1 });
  }
  return parts.map((part) => part.columns);
}

function chosen<Item>(items: readonly Item[], at: readonly number[]): Item[] {
  return items.filter((_, position) => at.includes(position));
}
