import type { BsonDocument, BsonValue, MaybeValue } from '../bson/values.js';
import { isDocument, isNumeric, rawNumber, wholeNumber } from '../bson/values.js';
import { CommandError, notSupported } from '../commandError.js';
import { compileExpression } from './expressions.js';
import { compileElementTest } from './matcher.js';

export type Projection = (document: BsonDocument) => BsonDocument;

/** What happens to a field's value; the document around it is handed along for computed fields. */
type FieldRule = (value: MaybeValue, root: BsonDocument) => MaybeValue;
type Mode = 'include' | 'exclude';

interface ProjectionTree {
  rules: Map<string, FieldRule | ProjectionTree>;
}

interface Builder {
  tree: ProjectionTree;
  mode: Mode | undefined;
  /** `_id: 0` in an inclusion, `_id: 1` in an exclusion: decided when the mode is known. */
  keepsId: boolean | undefined;
  stage: 'find' | '$project';
}

const keep: FieldRule = (value) => value;
const leaveOut: FieldRule = () => undefined;

export function compileProjection(specification: BsonDocument, stage: Builder['stage']): Projection {
  if (specification.size === 0) {
    if (stage === 'find') return (document) => document;
    throw new CommandError(
      'Location40156',
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  const builder: Builder = { tree: { rules: new Map() }, mode: undefined, keepsId: undefined, stage };
  for (const [name, value] of specification) addRule(builder, name.split('.'), value);
  const mode = builder.mode ?? (builder.keepsId === true ? 'include' : 'exclude');
  if (!builder.tree.rules.has('_id')) {
    if (mode === 'include' && builder.keepsId !== false) builder.tree.rules.set('_id', keep);
    if (mode === 'exclude' && builder.keepsId === false) builder.tree.rules.set('_id', leaveOut);
  }
  return (document) => project(document, builder.tree, mode, document);
}

function addRule(builder: Builder, path: readonly string[], value: BsonValue): void {
  const name = path.join('.');
  if (path.some((part) => part === '' || part.startsWith('$'))) {
    if (path.at(-1) === '$') throw notSupported(`the positional projection ${name}`, 'BadValue');
    throw new CommandError('FailedToParse', `FieldPath field names may not be empty or start with '$': ${name}`);
  }
  const flag = inclusionFlag(value);
  if (flag === undefined) addSpecialRule(builder, path, value);
  else if (name === '_id') builder.keepsId = flag;
  else {
    setMode(builder, flag ? 'include' : 'exclude', name);
    place(builder.tree, path, flag ? keep : leaveOut);
  }
}

function inclusionFlag(value: BsonValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return isNumeric(value) ? rawNumber(value) != 0 : undefined;
}

function addSpecialRule(builder: Builder, path: readonly string[], value: BsonValue): void {
  const operator = isDocument(value) ? value.keys().next().value : undefined;
  if (isDocument(value) && operator === undefined)
    throw new CommandError('Location40156', `An empty sub-projection is not a valid value: ${path.join('.')}`);
  if (isDocument(value) && operator?.startsWith('$') !== true) {
    for (const [name, inner] of value) addRule(builder, [...path, ...name.split('.')], inner);
    return;
  }
  const operand = isDocument(value) ? (value.get(operator ?? '') ?? null) : null;
  if (builder.stage === 'find' && operator === '$slice') place(builder.tree, path, sliceRule(operand));
  else if (builder.stage === 'find' && operator === '$elemMatch') {
    setMode(builder, 'include', path.join('.'));
    place(builder.tree, path, elemMatchRule(operand));
  } else {
    setMode(builder, 'include', path.join('.'));
    const compute = compileExpression(value);
    place(builder.tree, path, (_value, root) => compute(root));
  }
}

function setMode(builder: Builder, mode: Mode, name: string): void {
  builder.mode ??= mode;
  if (builder.mode === mode) return;
  if (mode === 'exclude') throw new CommandError('Location31254', `Cannot do exclusion on field ${name} in inclusion projection`);
  throw new CommandError('Location31253', `Cannot do inclusion on field ${name} in exclusion projection`);
}

function place(tree: ProjectionTree, path: readonly string[], rule: FieldRule): void {
  const [first = '', ...rest] = path;
  const existing = tree.rules.get(first);
  if (typeof existing === 'function' || (rest.length === 0 && existing !== undefined)) {
    throw new CommandError('Location31249', `Path collision at ${path.join('.')}`);
  }
  if (rest.length === 0) {
    tree.rules.set(first, rule);
    return;
  }
  const branch = existing ?? { rules: new Map() };
  tree.rules.set(first, branch);
  place(branch, rest, rule);
}

/** Fields keep the order of the document; computed ones follow in the order they were asked for. */
function project(document: BsonDocument, tree: ProjectionTree, mode: Mode, root: BsonDocument): BsonDocument {
  const result: BsonDocument = new Map();
  for (const [name, value] of document) {
    const rule = tree.rules.get(name);
    if (rule === undefined) {
      if (mode === 'exclude') result.set(name, value);
      continue;
    }
    const projected = typeof rule === 'function' ? rule(value, root) : projectInside(value, rule, mode, root);
    if (projected !== undefined) result.set(name, projected);
  }
  for (const [name, rule] of tree.rules) {
    if (document.has(name)) continue;
    const computed = typeof rule === 'function' ? rule(undefined, root) : emptyAsMissing(project(new Map(), rule, mode, root));
    if (computed !== undefined) result.set(name, computed);
  }
  return result;
}

const emptyAsMissing = (document: BsonDocument): MaybeValue => (document.size === 0 ? undefined : document);

function projectInside(value: BsonValue, tree: ProjectionTree, mode: Mode, root: BsonDocument): MaybeValue {
  if (isDocument(value)) return project(value, tree, mode, root);
  if (Array.isArray(value)) {
    return value.map((item) => projectInside(item, tree, mode, root)).filter((item) => item !== undefined);
  }
  return mode === 'exclude' ? value : undefined;
}

function sliceRule(operand: BsonValue): FieldRule {
  const [skip, count] = (Array.isArray(operand) ? operand : [operand]).map(wholeNumber);
  const faulty = skip === undefined || (Array.isArray(operand) && (operand.length !== 2 || count === undefined || count <= 0));
  if (faulty) throw new CommandError('Location28745', '$slice takes a whole number, or [skip, a positive limit]');
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (count === undefined) return skip < 0 ? value.slice(skip) : value.slice(0, skip);
    const start = skip < 0 ? Math.max(value.length + skip, 0) : skip;
    return value.slice(start, start + count);
  };
}

function elemMatchRule(operand: BsonValue): FieldRule {
  if (!isDocument(operand)) throw new CommandError('BadValue', '$elemMatch: Invalid argument, object required');
  const matches = compileElementTest(operand);
  return (value) => {
    const found = Array.isArray(value) ? value.find(matches) : undefined;
    return found === undefined ? undefined : [found];
  };
}
