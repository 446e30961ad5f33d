import type { Definition } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { Deed, DraftRevision, DraftStep, TextStatus } from './draft.js';
import type { DraftRepository } from './drafts.repository.js';
import { statusesAfter, type SaidStatus } from './textStatuses.js';

/** Steps that are kept for undoing and for the history. */
const KEPT_STEPS = 60;

/**
 * The drafts of later versions count on from here, so that a page which is still open from the draft of an earlier one
 * is never taken for a page of this draft.
 */
const REVISIONS_OF_A_VERSION = 1_000_000;

interface DraftsDependencies {
  drafts: DraftRepository;
  clock: () => Date;
}

export interface NewDraft {
  definition: Definition;
  statuses?: TextStatus[];
  basedOn: number | null;
  deed: Deed;
  by: string;
}

/** What a step makes of a draft; without statuses those of unchanged texts stay. */
export interface DraftChange {
  definition: Definition;
  statuses?: TextStatus[];
  /** Statuses that hold for the texts as they are after the step. */
  said?: SaidStatus[];
  deed: Deed;
  by: string;
}

export type DraftsService = ReturnType<typeof createDraftsService>;

/**
 * Drafts of questionnaires. Every step names the revision that it was made on; where another step came first it is not
 * saved (null), whoever made it.
 */
export function createDraftsService({ drafts, clock }: DraftsDependencies) {
  async function append(from: DraftRevision, next: Omit<DraftRevision, 'questionnaire' | 'revision' | 'at'>) {
    const revision: DraftRevision = { ...next, questionnaire: from.questionnaire, revision: from.revision + 1, at: clock() };
    if (!(await drafts.insert(revision))) return null;
    if (revision.revision % KEPT_STEPS === 0) await drafts.removeBefore(from.questionnaire, revision.revision - KEPT_STEPS);
    return revision;
  }

  /** The newest revision; undo and redo lead only to what is still kept. */
  async function find(questionnaire: string): Promise<DraftRevision | null> {
    const draft = await drafts.findNewest(questionnaire);
    if (draft === null) return null;
    const kept = await drafts.listKept(
      questionnaire,
      [draft.undoTo, draft.redoTo].filter((revision) => revision !== null),
    );
    const ifKept = (revision: number | null) => (revision !== null && kept.includes(revision) ? revision : null);
    return { ...draft, undoTo: ifKept(draft.undoTo), redoTo: ifKept(draft.redoTo) };
  }

  async function goTo(draft: DraftRevision, target: number | null, deed: Deed, by: string, trace: 'undo' | 'redo') {
    const goal = target === null ? null : await drafts.find(draft.questionnaire, target);
    if (goal === null) throw new AppError('conflict', { message: `there is nothing to ${trace}` });
    const { definition, statuses, basedOn } = goal;
    const traces =
      trace === 'undo' ? { undoTo: goal.undoTo, redoTo: draft.revision } : { undoTo: goal.undoTo, redoTo: goal.redoTo };
    return append(draft, { definition, statuses, basedOn, deed, by, ...traces });
  }

  return {
    find,
    /** @throws AppError notFound */
    async get(questionnaire: string): Promise<DraftRevision> {
      const draft = await find(questionnaire);
      if (draft === null) throw new AppError('notFound', { message: 'there is no such draft' });
      return draft;
    },
    findRevision: (questionnaire: string, revision: number) => drafts.find(questionnaire, revision),
    listSteps: (questionnaire: string): Promise<DraftStep[]> => drafts.listSteps(questionnaire, KEPT_STEPS),
    async list(): Promise<DraftRevision[]> {
      const found = await Promise.all(
        (await drafts.listQuestionnaires()).map((questionnaire) => drafts.findNewest(questionnaire)),
      );
      return found.filter((draft) => draft !== null);
    },

    /** @throws AppError conflict where the questionnaire has a draft already */
    async start({ definition, statuses = [], basedOn, deed, by }: NewDraft): Promise<DraftRevision> {
      const draft: DraftRevision = {
        questionnaire: definition.id,
        revision: (definition.version - 1) * REVISIONS_OF_A_VERSION + 1,
        definition,
        statuses,
        basedOn,
        deed,
        by,
        at: clock(),
        undoTo: null,
        redoTo: null,
      };
      // The first step of a long draft is gone: what is inserted tells only of two who begin in the same moment.
      const isFirst = (await drafts.findNewest(definition.id)) === null && (await drafts.insert(draft));
      if (!isFirst) throw new AppError('conflict', { message: 'this questionnaire has a draft' });
      return draft;
    },

    /** Null if `draft` is no longer the newest revision. */
    save(draft: DraftRevision, { definition, statuses, said, deed, by }: DraftChange): Promise<DraftRevision | null> {
      return append(draft, {
        definition,
        statuses: statusesAfter(statuses ?? draft.statuses, draft.definition, definition, said),
        basedOn: draft.basedOn,
        deed,
        by,
        undoTo: draft.revision,
        redoTo: null,
      });
    },
    undo: (draft: DraftRevision, by: string) => goTo(draft, draft.undoTo, { key: 'design.deed_undo' }, by, 'undo'),
    redo: (draft: DraftRevision, by: string) => goTo(draft, draft.redoTo, { key: 'design.deed_redo' }, by, 'redo'),
    discard: (questionnaire: string) => drafts.removeAll(questionnaire),
  };
}
