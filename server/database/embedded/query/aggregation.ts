import type { BsonDocument, BsonValue, MaybeValue } from '../bson/values.js';
import { documentOf, isDocument, wholeNumber } from '../bson/values.js';
import { CommandError } from '../commandError.js';
import type { Collection } from '../storage/catalog.js';
import type { ResultRow } from '../storage/cursors.js';
import type { Paused } from '../storage/scan.js';
import type { View } from '../storage/view.js';
import { integerValue } from './arithmetic.js';
import { fieldsOfExpression } from './fieldsUsed.js';
import type { Search } from './find.js';
import { search, skipAndLimit, sorted } from './find.js';
import { compileGroup } from './group.js';
import { compileMatcher } from './matcher.js';
import { compileProjection } from './projection.js';
import { parseSort } from './sorting.js';
import { compileUnwind } from './unwind.js';

type Stage = (rows: Paused<ResultRow>) => Paused<ResultRow>;

export type Aggregation = (view: View, collection: Collection | undefined, hint: MaybeValue) => Paused<ResultRow>;

interface NamedStage {
  name: string;
  operand: BsonValue;
}

/** A pipeline, checked and compiled; the stages at its beginning that a search can do with an index are left to the search. */
export function compileAggregation(pipeline: readonly BsonValue[]): Aggregation {
  const stages = pipeline.map(parseStage);
  const { request, rest } = takeSearch(stages);
  const compiled = rest.map(compileStage);
  const fields = fieldsOfRest(rest);
  return (view, collection, hint) => {
    const found: Paused<ResultRow> = search(view, collection, { ...request, hint, fields });
    return compiled.reduce((rows, stage) => stage(rows), found);
  };
}

function parseStage(stage: BsonValue): NamedStage {
  const [only] = isDocument(stage) ? stage : [];
  if (!isDocument(stage) || stage.size !== 1 || only === undefined) {
    throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.');
  }
  const [name, operand] = only;
  if (!Object.hasOwn(compilers, name)) throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
  return { name, operand };
}

/** Takes `$match`s, then a `$sort`, then `$skip` and `$limit` off the front. */
function takeSearch(stages: readonly NamedStage[]): { request: Search; rest: NamedStage[] } {
  const rest = [...stages];
  const clauses: BsonDocument[] = [];
  while (rest[0]?.name === '$match') clauses.push(documentOperand(rest.shift()));
  const query: BsonDocument = clauses.length > 1 ? new Map([['$and', clauses]]) : (clauses[0] ?? new Map<string, BsonValue>());
  const request: Search = { query, sort: [] };
  if (rest[0]?.name === '$sort') request.sort = parseSort(documentOperand(rest.shift()));
  if (rest[0]?.name === '$skip') request.skip = countOperand(rest.shift());
  if (rest[0]?.name === '$limit') request.limit = countOperand(rest.shift());
  return { request, rest };
}

/** Which fields have to be read for the rest of the pipeline: few when it makes new documents, none when there is no rest. */
function fieldsOfRest([first]: readonly NamedStage[]): ReadonlySet<string> | undefined {
  if (first === undefined) return new Set();
  if (first.name === '$group') return fieldsOfExpression(first.operand);
  return first.name === '$count' ? new Set() : undefined;
}

const compilers: Readonly<Record<string, (operand: NamedStage) => Stage>> = {
  $match: (stage) => {
    const matches = compileMatcher(documentOperand(stage));
    return mapRows((row) => (matches(row.document) ? [row] : []));
  },
  $sort: (stage) => {
    const sort = parseSort(documentOperand(stage));
    return (rows) => sorted(rows, sort, Infinity);
  },
  $project: (stage) => {
    const project = compileProjection(documentOperand(stage), '$project');
    return mapRows((row) => [{ document: project(row.document) }]);
  },
  $limit: (stage) => {
    const limit = countOperand(stage);
    return (rows) => skipAndLimit(rows, 0, limit);
  },
  $skip: (stage) => {
    const skip = countOperand(stage);
    return (rows) => skipAndLimit(rows, skip, Infinity);
  },
  $group: (stage) => compileGroup(documentOperand(stage)),
  $count: (stage) => compileCount(stage.operand),
  $unwind: (stage) => {
    const unwind = compileUnwind(stage.operand);
    return mapRows((row) => unwind(row.document).map((document) => ({ document })));
  },
};

const compileStage = (stage: NamedStage): Stage => {
  const compile = compilers[stage.name];
  if (compile === undefined) throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${stage.name}'`);
  return compile(stage);
};

function mapRows(change: (row: ResultRow) => readonly ResultRow[]): Stage {
  return function* mapped(rows) {
    for (const row of rows) {
      if (row === undefined) yield undefined;
      else yield* change(row);
    }
  };
}

function compileCount(operand: BsonValue): Stage {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw new CommandError('Location40156', 'the count field must be a non-empty string without $ and dots');
  }
  return function* counted(rows) {
    let count = 0;
    for (const row of rows) {
      if (row === undefined) yield undefined;
      else count += 1;
    }
    if (count > 0) yield { document: documentOf({ [operand]: integerValue(count) }) };
  };
}

function documentOperand(stage: NamedStage | undefined): BsonDocument {
  if (stage !== undefined && isDocument(stage.operand)) return stage.operand;
  throw new CommandError('Location15959', `the ${stage?.name ?? 'stage'} specification must be an object`);
}

function countOperand(stage: NamedStage | undefined): number {
  const count = wholeNumber(stage?.operand);
  const least = stage?.name === '$limit' ? 1 : 0;
  if (count === undefined || count < least)
    throw new CommandError('Location15957', `the ${stage?.name ?? ''} must be a whole number, at least ${least}`);
  return count;
}
