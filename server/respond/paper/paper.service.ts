import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { Definitions } from '../../definitions/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import { midnightAfter } from '../calendarDay.js';
import type { Intake } from '../intake.service.js';
import { newToken } from '../submissionToken.js';
import { differencesBetween } from './paperDifferences.js';
import type { PaperEntry, PaperForm } from './paperForm.js';
import type { PaperFormRepository } from './paperForms.repository.js';

export interface PaperDependencies {
  definitions: Definitions;
  fieldwork: FieldworkService;
  intake: Pick<Intake, 'submitResponse'>;
  forms: PaperFormRepository;
  /** How long a form may wait for its second entry. */
  formDays: number;
  clock: () => Date;
}

/** What became of a form that is ready: a response, a count, or nothing because somebody else was first. */
export type SentOutcome = 'stored' | 'ended' | 'gone';
export type PaperService = ReturnType<typeof createPaperService>;

/** Paper comes in after the last day, too: until the wave is put away. */
export function takesPaper({ state }: Wave): boolean {
  return state === 'open' || state === 'paused' || state === 'closed';
}

/** Two entries of every paper form, and one response when they are one. */
export function createPaperService({ definitions, fieldwork, intake, forms, formDays, clock }: PaperDependencies) {
  const definitionOf = (wave: Wave): Definition => definitions.definition(wave.definitionId, wave.definitionVersion);

  /** The form is erased before an ending is counted, so that a crash never counts it twice. */
  async function send(wave: Wave, form: PaperForm, entry: PaperEntry): Promise<SentOutcome> {
    const { townId, language, date, answers } = entry;
    const { submissionToken } = form;
    const result = await intake.submitResponse({
      wave,
      townId,
      language,
      answers,
      submissionToken,
      date,
      origin: 'paper',
      partial: true,
    });
    if (result.outcome === 'invalid')
      throw new AppError('invalidInput', { message: 'a paper form was kept that cannot be sent' });
    const erased = await forms.erase(form._id);
    if (result.outcome !== 'ended') return 'stored';
    if (erased) await fieldwork.countUnstored(wave.slug, townId, result.ending);
    return 'ended';
  }

  async function finish(wave: Wave, form: PaperForm, entry: PaperEntry): Promise<SentOutcome> {
    requirePaper(wave);
    return (await forms.beginSending(form._id, entry)) ? send(wave, form, entry) : 'gone';
  }

  return {
    definitionOf,
    find: (id: string) => forms.find(id),
    list: (wave: Wave) => forms.listOfWave(wave.slug),
    discard: (form: PaperForm) => forms.discard(form._id),

    /** False if a form of this number waits already; the same page sent again is the same entry. */
    async keepFirst(wave: Wave, { id, number }: { id: string; number: string }, first: PaperEntry): Promise<boolean> {
      requirePaper(wave);
      const expires = midnightAfter(clock(), formDays);
      const { townId } = first;
      const form = { _id: id, wave: wave.slug, townId, number, first, submissionToken: newToken(), expires };
      return (await forms.insert(form)) || (await forms.find(id)) !== null;
    },

    /** Sends the form if both entries say the same; otherwise both wait until somebody looks at the paper. */
    async enterSecond(wave: Wave, form: PaperForm, second: PaperEntry): Promise<SentOutcome | 'differing'> {
      requirePaper(wave);
      if (differencesBetween(definitionOf(wave), form.first, second).length === 0) return finish(wave, form, second);
      return (await forms.keepSecond(form._id, second)) ? 'differing' : 'gone';
    },

    resolve: finish,

    /** For a form that was on its way when something failed. */
    async sendAgain(wave: Wave, form: PaperForm): Promise<SentOutcome> {
      return form.resolved ? send(wave, form, form.resolved) : 'gone';
    },

    /** Sends again what a crash left between the insert of the response and the erasure of the form. */
    async finishInterrupted(): Promise<void> {
      for (const form of await forms.listBeingSent()) {
        const wave = await fieldwork.findWave(form.wave);
        if (wave && form.resolved) await send(wave, form, form.resolved);
      }
    },
  };
}

function requirePaper(wave: Wave): void {
  if (!takesPaper(wave)) throw new AppError('waveNotOpen');
}
