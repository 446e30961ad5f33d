import type { Connection } from 'mongoose';
import type { AnswerValue, Language } from '../../survey-definitions/contract/index.js';
import { parseDocument } from '../database/index.js';
import { DraftSchema, StartedDraftSchema, type Draft, type StartedDraft } from './draft.js';
import { draftModel } from './draft.model.js';

/** What one saved page changes. */
export interface PageSaving {
  set: Record<string, AnswerValue>;
  /** Answers that no longer count. */
  erase: readonly string[];
  language: Language;
  activeMs: number;
  now: Date;
}

export type DraftRepository = ReturnType<typeof createDraftRepository>;

export function createDraftRepository(connection: Connection) {
  const drafts = draftModel(connection);
  const collection = connection.collection<StartedDraft>('drafts');
  /** A draft is written to only while it is the one that the page was made for. */
  const same = ({ _id, submissionToken }: StartedDraft) => ({ _id, status: 'started', submissionToken });

  return {
    async insert(draft: StartedDraft): Promise<void> {
      await collection.insertOne(draft, { writeConcern: { w: 'majority' } });
    },
    async find(id: string, now: Date): Promise<Draft | null> {
      const document = await drafts.findById(id).lean();
      const draft = document && parseDocument(DraftSchema, document);
      return draft && draft.expires > now ? draft : null;
    },
    /** False if the draft is gone. */
    async save(draft: StartedDraft, { set, erase, language, activeMs, now }: PageSaving): Promise<boolean> {
      const result = await drafts.updateOne(same(draft), {
        $set: { ...prefixed(set), language, lastActive: now },
        $inc: { activeMs },
        $unset: { sending: 1, ...Object.fromEntries(erase.map((item) => [`answers.${item}`, 1])) },
      });
      return result.matchedCount === 1;
    },
    async resume(draft: StartedDraft, now: Date): Promise<void> {
      await drafts.updateOne(same(draft), { $set: { lastActive: now } });
    },
    async rest(draft: StartedDraft): Promise<void> {
      await drafts.updateOne(same(draft), { $unset: { lastActive: 1 } });
    },
    /** Erases answers and token of a submitted draft; only the mark remains. */
    async eraseSubmitted(draft: StartedDraft, expires: Date): Promise<void> {
      await drafts.replaceOne(same(draft), { status: 'submitted', expires });
    },
    /** From here on it cannot be removed. False if it is gone. */
    async beginSending(draft: StartedDraft): Promise<boolean> {
      return (await drafts.updateOne(same(draft), { $set: { sending: true } })).matchedCount === 1;
    },
    async endSending(draft: StartedDraft): Promise<void> {
      await drafts.updateOne(same(draft), { $unset: { sending: 1 } });
    },
    /** True if this call erased it; a draft that is being sent stays. */
    async remove(draft: StartedDraft): Promise<boolean> {
      return (await drafts.deleteOne({ ...same(draft), sending: { $ne: true } })).deletedCount === 1;
    },
    /** Forgets that a phone has submitted, so that another person may answer on it. */
    async forgetSubmitted(id: string): Promise<void> {
      await drafts.deleteOne({ _id: id, status: 'submitted' });
    },
    /** Questionnaires of a wave and town that were begun and neither sent nor deleted; expired ones are gone. */
    async countStarted(wave: string, townId: string, now: Date): Promise<number> {
      return drafts.countDocuments({ status: 'started', wave, townId, expires: { $gt: now } });
    },
    async *streamStarted(): AsyncIterable<StartedDraft> {
      for await (const document of drafts.find({ status: 'started' }).lean().cursor())
        yield parseDocument(StartedDraftSchema, document);
    },
  };
}

function prefixed(answers: Record<string, AnswerValue>): Record<string, AnswerValue> {
  return Object.fromEntries(Object.entries(answers).map(([item, value]) => [`answers.${item}`, value]));
}
