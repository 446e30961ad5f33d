import {
  answersThatCount,
  endingOf,
  type Answers,
  type Definition,
  type Ending,
  type Language,
} from '../../survey-definitions/contract/index.js';
import type { FieldworkService, Wave } from '../fieldwork/index.js';
import { midnightAfter } from './calendarDay.js';
import type { Draft, StartedDraft } from './draft.js';
import type { DraftRepository } from './draft.repository.js';
import { drawFacetOrder } from './facetOrder.js';
import type { Intake } from './intake.service.js';
import type { ResponseRepository } from './response.repository.js';
import { draftIdOf, newToken, responseIdOf } from './submissionToken.js';

const LONGEST_PAGE_MS = 5 * 60_000;
const RESTING_AFTER_MS = 30 * 60_000;
const MARK_DAYS = 1;
const SWEEP_BATCH = 500;

interface DraftDependencies {
  drafts: DraftRepository;
  responses: ResponseRepository;
  intake: Intake;
  fieldwork: FieldworkService;
  draftDays: number;
  clock: () => Date;
}

export interface Opening {
  wave: Wave;
  townId: string;
  language: Language;
  definition: Definition;
  answers: Answers;
}

/** What the saving of a page led to. */
export type Saving = { outcome: 'saved'; answers: Answers } | { outcome: 'ended'; ending: Ending } | { outcome: 'gone' };

/** What the sending of a draft led to; 'gone' when another tab deleted it first. */
export type Sending = 'sent' | 'incomplete' | 'gone';

export type DraftService = ReturnType<typeof createDraftService>;

/** The life of a draft on one phone, from consent to its submission or erasure. */
export function createDraftService({ drafts, responses, intake, fieldwork, draftDays, clock }: DraftDependencies) {
  async function countEnd({ wave, townId }: StartedDraft, outcome: 'declined' | 'screenedOut' | 'deleted'): Promise<void> {
    await fieldwork.countUnstored(wave, townId, outcome);
  }

  async function eraseSubmitted(draft: StartedDraft): Promise<void> {
    await drafts.eraseSubmitted(draft, midnightAfter(clock(), MARK_DAYS));
  }

  /** Erases a draft; whoever erases it counts it, so that a second click does not count again. False if another tab sends it. */
  async function erase(draft: StartedDraft, outcome: 'declined' | 'screenedOut' | 'deleted'): Promise<boolean> {
    const erased = await drafts.remove(draft);
    if (erased) await countEnd(draft, outcome);
    return erased;
  }

  return {
    find: (wave: string, cookie: string): Promise<Draft | null> => drafts.find(draftIdOf(wave, cookie), clock()),

    /** Starts a draft with the answers of the first page; the cookie leads to it and is stored nowhere. */
    async start({ wave, townId, language, definition, answers }: Opening): Promise<string> {
      const cookie = newToken();
      const now = clock();
      await drafts.insert({
        _id: draftIdOf(wave.slug, cookie),
        status: 'started',
        wave: wave.slug,
        townId,
        definitionId: definition.id,
        definitionVersion: definition.version,
        language,
        answers,
        facetOrder: drawFacetOrder(definition),
        submissionToken: newToken(),
        activeMs: 0,
        lastActive: now,
        expires: midnightAfter(now, draftDays),
      });
      return cookie;
    },

    /** Whether the next visit must ask before it shows an answer: another person may hold the phone. */
    isResting: ({ lastActive }: StartedDraft): boolean =>
      lastActive === undefined || clock().getTime() - lastActive.getTime() > RESTING_AFTER_MS,

    resume: (draft: StartedDraft) => drafts.resume(draft, clock()),
    rest: (draft: StartedDraft) => drafts.rest(draft),

    /** Saves the answers of a page and erases those that no longer count; an ending rule erases the whole draft. */
    async savePage(draft: StartedDraft, definition: Definition, answers: Answers, language: Language): Promise<Saving> {
      const now = clock();
      const counted = answersThatCount(definition, { ...draft.answers, ...answers });
      const ending = endingOf(definition, counted);
      if (ending !== undefined) {
        await erase(draft, ending);
        return { outcome: 'ended', ending };
      }
      const kept = await drafts.save(draft, {
        set: Object.fromEntries(Object.entries(answers).filter(([field]) => field in counted)),
        erase: Object.keys(draft.answers).filter((field) => !(field in counted)),
        language,
        activeMs: Math.min(Math.max(now.getTime() - (draft.lastActive ?? now).getTime(), 0), LONGEST_PAGE_MS),
        now,
      });
      return kept ? { outcome: 'saved', answers: counted } : { outcome: 'gone' };
    },

    discard: (draft: StartedDraft) => erase(draft, 'deleted'),

    /** Sends a draft. The insert of the response is the commit point; then answers and token are erased. */
    async submit(draft: StartedDraft, wave: Wave, partial: boolean): Promise<Sending> {
      const { townId, language, answers, submissionToken, activeMs: durationMs } = draft;
      if (!(await drafts.beginSending(draft)))
        return (await responses.exists(responseIdOf(draft.wave, submissionToken))) ? 'sent' : 'gone';
      let sent = false;
      try {
        const { outcome } = await intake.submitResponse({
          wave,
          townId,
          language,
          answers,
          submissionToken,
          durationMs,
          origin: 'respondent',
          partial,
        });
        sent = outcome === 'stored' || outcome === 'alreadyReceived';
      } finally {
        await (sent ? eraseSubmitted(draft) : drafts.endSending(draft));
      }
      return sent ? 'sent' : 'incomplete';
    },

    /** Whether the answers that were sent with this token have arrived. */
    hasArrived: (wave: string, submissionToken: string) => responses.exists(responseIdOf(wave, submissionToken)),

    forgetSubmitted: (wave: string, cookie: string) => drafts.forgetSubmitted(draftIdOf(wave, cookie)),

    /** After a crash: a draft whose response had arrived loses its answers and its token. */
    async finishInterrupted(): Promise<void> {
      let batch: StartedDraft[] = [];
      const finishBatch = async () => {
        const byResponse = new Map(batch.map((draft) => [responseIdOf(draft.wave, draft.submissionToken), draft]));
        for (const { _id } of await responses.findByIds([...byResponse.keys()])) {
          const draft = byResponse.get(_id);
          if (draft) await eraseSubmitted(draft);
          byResponse.delete(_id);
        }
        for (const draft of byResponse.values()) if (draft.sending) await drafts.endSending(draft);
        batch = [];
      };
      for await (const draft of drafts.streamStarted()) {
        batch.push(draft);
        if (batch.length === SWEEP_BATCH) await finishBatch();
      }
      await finishBatch();
    },
  };
}
