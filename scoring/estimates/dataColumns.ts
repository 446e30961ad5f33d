import { ScoringError } from '../scoringError.js';

/** The codes of one item or derived variable, one per respondent. A negative number is a special code, hence missing. */
export type CodeColumn = Int16Array | Float64Array;

/**
 * The data matrix of one wave, town and population by columns: the only form in which answers reach an estimator.
 * Every column has `rows` entries, in the same order of respondents.
 */
export interface DataColumns {
  readonly rows: number;
  /** Items and derived variables by id; `Float64Array` where values are not small whole numbers (incomes). */
  readonly items: Readonly<Record<string, CodeColumn>>;
  /** Membership 0/1 in each analysis population, by id. */
  readonly populations: Readonly<Record<string, Uint8Array>>;
  /** Quality flags 0/1, by name. */
  readonly flags: Readonly<Record<string, Uint8Array>>;
  /** Weights ≥ 0, any scale; absent = every respondent weighs 1 ("unweighted"). */
  readonly weights?: Float64Array;
  /** Number of the sampling stratum of each respondent, from 0; absent = one stratum. */
  readonly strata?: Int16Array;
}

/**
 * One matrix from the blocks in which it is stored. All blocks must have the same columns: they come from one pinned
 * questionnaire version. A column is Float64Array if any block has it so.
 *
 * @param blocks at least one
 * @throws ScoringError `empty`, `columns-differ` naming the column, `unequal-lengths`
 * @example columnsFromBlocks([blockOf1000, blockOf240]).rows // 1240
 */
export function columnsFromBlocks(blocks: readonly DataColumns[]): DataColumns {
  const [first] = blocks;
  if (first === undefined) throw new ScoringError('empty', { input: 'blocks' });
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const weights = optionalColumns(blocks, 'weights');
  const strata = optionalColumns(blocks, 'strata');
  return {
    rows,
    items: joined(blocks, 'items', (parts) =>
      parts.some((part) => part instanceof Float64Array) ? new Float64Array(rows) : new Int16Array(rows),
    ),
    populations: joined(blocks, 'populations', () => new Uint8Array(rows)),
    flags: joined(blocks, 'flags', () => new Uint8Array(rows)),
    ...(weights && { weights: filled(new Float64Array(rows), blocks, weights, 'weights') }),
    ...(strata && { strata: filled(new Int16Array(rows), blocks, strata, 'strata') }),
  };
}

type NumberColumn = CodeColumn | Uint8Array;

function joined<C extends NumberColumn>(
  blocks: readonly DataColumns[],
  group: 'items' | 'populations' | 'flags',
  emptyColumn: (parts: NumberColumn[]) => C,
): Record<string, C> {
  const ids = [...new Set(blocks.flatMap((block) => Object.keys(block[group])))];
  return Object.fromEntries(
    ids.map((id) => {
      const parts = blocks.flatMap((block) => block[group][id] ?? []);
      if (parts.length !== blocks.length) throw new ScoringError('columns-differ', { column: id });
      return [id, filled(emptyColumn(parts), blocks, parts, id)];
    }),
  );
}

function optionalColumns<K extends 'weights' | 'strata'>(
  blocks: readonly DataColumns[],
  column: K,
): NonNullable<DataColumns[K]>[] | undefined {
  const parts = blocks.flatMap((block) => block[column] ?? []) as NonNullable<DataColumns[K]>[];
  if (parts.length !== 0 && parts.length !== blocks.length) throw new ScoringError('columns-differ', { column });
  return parts.length === 0 ? undefined : parts;
}

function filled<C extends NumberColumn>(
  target: C,
  blocks: readonly DataColumns[],
  parts: readonly NumberColumn[],
  column: string,
): C {
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (part.length !== blocks[index]?.rows) throw new ScoringError('unequal-lengths', { column });
    target.set(part, at);
    at += part.length;
  }
  return target;
}
