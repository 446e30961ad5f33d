import type { Connection } from 'mongoose';
import { parseDocument, parseDocuments } from '../../database/index.js';
import { PaperFormSchema, type PaperEntry, type PaperForm } from './paperForm.js';
import { paperFormModel } from './paperForm.model.js';

const DUPLICATE_KEY = 11000;

export type PaperFormRepository = ReturnType<typeof createPaperFormRepository>;

export function createPaperFormRepository(connection: Connection) {
  const forms = paperFormModel(connection);
  const notSent = (id: string) => ({ _id: id, resolved: { $exists: false } });

  return {
    /** False if this form, or another with the same number, is there. */
    async insert(form: PaperForm): Promise<boolean> {
      try {
        await forms.create([form]);
        return true;
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    async find(id: string): Promise<PaperForm | null> {
      const found = await forms.findById(id).lean();
      return found && parseDocument(PaperFormSchema, found);
    },
    async listOfWave(wave: string): Promise<PaperForm[]> {
      return parseDocuments(PaperFormSchema, await forms.find({ wave }).sort({ townId: 1, number: 1 }).lean());
    },
    async listBeingSent(): Promise<PaperForm[]> {
      return parseDocuments(PaperFormSchema, await forms.find({ resolved: { $exists: true } }).lean());
    },
    /** False if the form is gone or on its way. */
    async keepSecond(id: string, second: PaperEntry): Promise<boolean> {
      return (await forms.updateOne(notSent(id), { $set: { second } })).matchedCount === 1;
    },
    /** From here on it is sent, after a crash too. False if it is gone or somebody else sends it. */
    async beginSending(id: string, resolved: PaperEntry): Promise<boolean> {
      return (await forms.updateOne(notSent(id), { $set: { resolved } })).matchedCount === 1;
    },
    /** True if this call erased it. */
    async erase(id: string): Promise<boolean> {
      return (await forms.deleteOne({ _id: id })).deletedCount === 1;
    },
    /** The same, but never while it is being sent. */
    async discard(id: string): Promise<boolean> {
      return (await forms.deleteOne(notSent(id))).deletedCount === 1;
    },
  };
}
