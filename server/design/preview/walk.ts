import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { answerSchemaFor, questionsInOrder, type Answers, type Definition } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';

/**
 * How far somebody has come who tries a questionnaire out: what a respondent's draft holds. It travels in the address of
 * each page and is stored nowhere, so that a test answer can never be taken for data.
 */
export interface Walk {
  answers: Answers;
  /** Shuffled groups of neighbouring items, drawn at the beginning. */
  facetOrder: string[][];
}

const WalkSchema = z.tuple([
  z.record(z.string(), z.union([z.number(), z.string(), z.array(z.number())])),
  z.array(z.array(z.string())),
]);

/** The address part of somebody who has not begun. */
const NOT_BEGUN = '-';
const LONGEST_WALK_BYTES = 200_000;

export function walkInAddress(walk: Walk | null): string {
  if (walk === null) return NOT_BEGUN;
  return deflateRawSync(JSON.stringify([walk.answers, walk.facetOrder])).toString('base64url');
}

/**
 * The walk of an address, as far as the questionnaire still allows its answers: a draft changes while it is tried out.
 *
 * @throws AppError notFound for what no page has put into an address
 */
export function walkFromAddress(part: string, definition: Definition): Walk | null {
  if (part === NOT_BEGUN) return null;
  const parsed = WalkSchema.safeParse(unpacked(part));
  if (!parsed.success) throw new AppError('notFound', { message: 'this address holds no test answers' });
  const [answers, facetOrder] = parsed.data;
  return { answers: possibleAnswers(definition, answers), facetOrder };
}

function unpacked(part: string): unknown {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(part, 'base64url'), { maxOutputLength: LONGEST_WALK_BYTES }).toString());
  } catch {
    return null;
  }
}

function possibleAnswers(definition: Definition, answers: Answers): Answers {
  const possible = questionsInOrder(definition).flatMap((item) => {
    const value = answers[item.id];
    if (value === undefined || !answerSchemaFor(definition, item).safeParse(value).success) return [];
    const text = answers[`${item.id}__text`];
    return [[item.id, value] as const, ...(typeof text === 'string' ? [[`${item.id}__text`, text] as const] : [])];
  });
  return Object.fromEntries(possible);
}
