import type { Request, RequestHandler } from 'express';
import type { Definitions } from '../../definitions/index.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { Finding } from './finding.js';
import { findingsOf } from './findingsOf.js';
import type { LintContext } from './reading.js';

const definitionsBehind = new WeakMap<Request, Definitions>();
/** A page asks several times what the checks say of its draft: for its frame and for itself. */
const found = new WeakMap<DraftRevision, Finding[]>();

/** Lets every page of a draft know the versions that drafts are checked against. */
export function knowDefinitions(definitions: Definitions): RequestHandler {
  return (req, _res, next) => {
    definitionsBehind.set(req, definitions);
    next();
  };
}

/** What a draft of this questionnaire is checked against. */
export function lintContextFrom({ definitions, builtIn }: Definitions, questionnaire: string): LintContext {
  return { published: definitions.findLast(({ id }) => id === questionnaire), builtIn };
}

/** What the checks say of the draft that a page shows. */
export function findingsFor(req: Request, draft: DraftRevision): Finding[] {
  const definitions = definitionsBehind.get(req);
  const findings =
    found.get(draft) ?? findingsOf(draft.definition, definitions && lintContextFrom(definitions, draft.questionnaire));
  found.set(draft, findings);
  return findings;
}
