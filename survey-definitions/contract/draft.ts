import type { z } from 'zod';
import { DefinitionShape, type Definition } from './definition.js';
import type { Fault } from './faults/fault.js';
import { MethodShape, type Method } from './methodShape.js';

/**
 * A questionnaire in the making, of the same type as a definition: texts may still be empty, lists may still lack
 * entries, and references need not lead anywhere yet. What is missing is said by the checks of the designer; publishing
 * asks for `DefinitionSchema`.
 *
 * @throws DraftFault with every place whose shape is wrong
 */
export function parseDraft(value: unknown): Definition {
  const parsed = DefinitionShape.safeParse(value);
  if (parsed.success) return parsed.data;
  refuseMisshapen(parsed.error);
  const draft = value as Definition;
  return {
    ...draft,
    scales: draft.scales.map((scale) => ({ ...scale, topCodes: (scale.topCodes as number[] | undefined) ?? [] })),
    sections: draft.sections.map((section) => ({
      ...section,
      randomised: (section.randomised as string[][] | undefined) ?? [],
    })),
  };
}

/**
 * A method in the making, of the same type as a method: texts may still be empty and lists may still lack entries;
 * publishing asks for `MethodSchema`.
 *
 * @throws DraftFault with every place whose shape is wrong
 */
export function parseMethodDraft(value: unknown): Method {
  const parsed = MethodShape.safeParse(value);
  if (parsed.success) return parsed.data;
  refuseMisshapen(parsed.error);
  return value as Method;
}

/** Lets pass what is only empty yet. */
function refuseMisshapen({ issues }: z.ZodError): void {
  const faults = issues.filter((issue) => !isEmptiness(issue));
  if (faults.length > 0) throw new DraftFault(faults.map(({ path, message }) => ({ path: path.map(partOf), message })));
}

/** What a draft may not be: something of another shape. */
export class DraftFault extends Error {
  constructor(readonly faults: Fault[]) {
    super(faults.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    this.name = 'DraftFault';
  }
}

function partOf(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}

function isEmptiness(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array');
}
