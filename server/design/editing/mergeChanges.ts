import { isDeepStrictEqual } from 'node:util';
import { LANGUAGES, parseDraft, type Definition } from '../../../survey-definitions/contract/index.js';

type Part = Record<string, unknown>;

/** Thrown inside: the two changes cannot be told apart, for example where both added a question of the same name. */
class Entangled extends Error {}

/**
 * What two people made of the same questionnaire, together. Where both changed the same text or number, mine holds; null
 * where the two cannot be put together part by part.
 */
export function mergeChanges(base: Definition, theirs: Definition, mine: Definition): Definition | null {
  try {
    return parseDraft(mergeParts(base, theirs, mine));
  } catch {
    return null;
  }
}

function merge(base: unknown, theirs: unknown, mine: unknown): unknown {
  if (isDeepStrictEqual(mine, base) || isDeepStrictEqual(mine, theirs)) return theirs;
  if (isDeepStrictEqual(theirs, base)) return mine;
  if (isMembers(base) && isMembers(theirs) && isMembers(mine)) return mergeMembers(base, theirs, mine);
  if (isParagraphs(base) && isParagraphs(theirs) && isParagraphs(mine) && new Set([base, theirs, mine].map(lengthOf)).size === 1)
    return base.map((paragraph, at) => merge(paragraph, theirs[at], mine[at]));
  if (isPart(base) && isPart(theirs) && isPart(mine)) return mergeParts(base, theirs, mine);
  return mine;
}

function mergeParts(base: Part, theirs: Part, mine: Part): Part {
  const merged: Part = {};
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = merge(base[name], theirs[name], mine[name]);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/** In the order of whoever changed it; what the other added stands behind what it was added after. */
function mergeMembers(base: Part[], theirs: Part[], mine: Part[]): Part[] {
  const common = (members: Part[], others: Part[]) => members.map(keyOf).filter((key) => others.map(keyOf).includes(key));
  const isMoved = (members: Part[]) => !isDeepStrictEqual(common(members, base), common(base, members));
  if (isMoved(theirs) && isMoved(mine)) throw new Entangled('both put them into an order of their own');
  const [first, second] = isMoved(mine) ? [mine, theirs] : [theirs, mine];
  const order = first.map(keyOf);
  second.forEach((member, at) => {
    const key = keyOf(member);
    const before = second[at - 1];
    if (!order.includes(key)) order.splice(before === undefined ? 0 : order.indexOf(keyOf(before)) + 1, 0, key);
  });
  const of = (members: Part[], key: unknown) => members.find((member) => keyOf(member) === key);
  const merged = order.map((key) => mergeMember(of(base, key), of(theirs, key), of(mine, key)));
  return merged.filter((member) => member !== undefined);
}

function mergeMember(base: Part | undefined, theirs: Part | undefined, mine: Part | undefined): Part | undefined {
  if (base === undefined && theirs !== undefined && mine !== undefined) throw new Entangled('both added it');
  if (base === undefined) return theirs ?? mine;
  if (mine === undefined) return undefined;
  if (theirs !== undefined) return merge(base, theirs, mine) as Part;
  if (!isDeepStrictEqual(mine, base)) throw new Entangled('it was deleted here and changed there');
  return undefined;
}

/** Members of a list that are told apart by a name or a code. */
function isMembers(value: unknown): value is Part[] {
  if (!Array.isArray(value) || !value.every((member) => isObject(member) && keyOf(member) !== undefined)) return false;
  return new Set(value.map(keyOf)).size === value.length;
}

/** Texts that have nothing but their places. */
function isParagraphs(value: unknown): value is Part[] {
  return Array.isArray(value) && value.every((paragraph) => isObject(paragraph) && isText(paragraph));
}

function lengthOf(list: unknown[]): number {
  return list.length;
}

/** What may be put together field by field: members, and a text in its languages; a condition is taken whole. */
function isPart(value: unknown): value is Part {
  return isObject(value) && (keyOf(value) !== undefined || isText(value));
}

function isText(value: Part): boolean {
  return LANGUAGES.every((language) => language in value);
}

function isObject(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyOf(member: Part): unknown {
  return member.id ?? member.code;
}
