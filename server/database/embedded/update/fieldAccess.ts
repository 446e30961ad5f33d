import type { Path } from '../bson/paths.js';
import { arrayIndex } from '../bson/paths.js';
import type { BsonDocument, BsonValue, MaybeValue } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { CommandError } from '../commandError.js';

/** As far as an update may lengthen an array by setting an element beyond its end. */
const MOST_PADDING = 1_500_000;

type Container = BsonDocument | BsonValue[];

/** The value an update path names; numbers pick elements of arrays, and nothing is opened element by element. */
export function valueNamedBy(document: BsonDocument, path: Path): MaybeValue {
  let value: MaybeValue = document;
  for (const part of path) value = isContainer(value) ? childOf(value, part) : undefined;
  return value;
}

/** Puts a value at the path, making the documents on the way. @throws PathNotViable through a scalar or a non-number in an array */
export function setAtPath(document: BsonDocument, path: Path, value: BsonValue): void {
  let container: Container = document;
  for (const [at, part] of path.slice(0, -1).entries()) {
    const child = childOf(container, part);
    if (isContainer(child)) container = child;
    else if (child === undefined) {
      const made: BsonDocument = new Map();
      setChild(container, part, made, path);
      container = made;
    } else throw notViable(path[at + 1] ?? '', part);
  }
  setChild(container, path.at(-1) ?? '', value, path);
}

/** Removes a field; an element of an array becomes null, so that the others keep their places. */
export function unsetAtPath(document: BsonDocument, path: Path): void {
  const container = valueNamedBy(document, path.slice(0, -1));
  const part = path.at(-1) ?? '';
  if (isDocument(container)) container.delete(part);
  else if (Array.isArray(container)) {
    const index = arrayIndex(part);
    if (index !== undefined && index < container.length) container[index] = null;
  }
}

const isContainer = (value: MaybeValue): value is Container => isDocument(value) || Array.isArray(value);

function childOf(container: Container, part: string): MaybeValue {
  if (isDocument(container)) return container.get(part);
  const index = arrayIndex(part);
  return index === undefined ? undefined : container[index];
}

function setChild(container: Container, part: string, value: BsonValue, path: Path): void {
  if (isDocument(container)) {
    container.set(part, value);
    return;
  }
  const index = arrayIndex(part);
  if (index === undefined) throw notViable(part, path.slice(0, -1).join('.'));
  if (index > container.length + MOST_PADDING)
    throw new CommandError('BadValue', `can't backfill more than ${MOST_PADDING} elements`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

const notViable = (part: string, inside: string): CommandError =>
  new CommandError('PathNotViable', `Cannot create field '${part}' in element {${inside}}`);

export function cloneValue<V extends BsonValue>(value: V): V;
export function cloneValue(value: BsonValue): BsonValue {
  if (isDocument(value)) return new Map([...value].map(([name, inner]) => [name, cloneValue(inner)]));
  return Array.isArray(value) ? value.map((item) => cloneValue(item)) : value;
}
