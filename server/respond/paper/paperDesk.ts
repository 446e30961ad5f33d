import type { Request } from 'express';
import type { Definition, Town } from '../../../survey-definitions/contract/index.js';
import { mayUseTown, signedInPersonOf, type Accounts, type SignedInPerson } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import { AppError } from '../../errors.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import { parseAddress } from '../../http/parse.js';
import type { Language } from '../../i18n/index.js';
import { wordingOf, type Wording } from '../wording.js';
import { PaperFormAddressSchema, PaperWaveAddressSchema } from './paper.requests.js';
import type { PaperService, SentOutcome } from './paper.service.js';
import type { PaperForm } from './paperForm.js';
import { paperAddress } from './paperWavePage.viewModels.js';

export interface PaperSurroundings {
  accounts: Accounts;
  definitions: Definitions;
  fieldwork: FieldworkService;
  paper: PaperService;
  clock: () => Date;
}

/** A wave as it lies before the person who types its forms. */
export interface PaperPlace {
  person: SignedInPerson;
  wave: Wave;
  definition: Definition;
  /** Towns of the wave that the person may use. */
  towns: Town[];
}

export type PaperDesk = ReturnType<typeof createPaperDesk>;

/** What all pages for typing in forms begin with. */
export function createPaperDesk({ accounts, definitions, fieldwork, paper, clock }: PaperSurroundings) {
  return {
    allow: accounts.allow('waves'),
    paper,
    clock,

    /** @throws AppError notFound for a wave without a town of theirs */
    async placeAt(req: Request): Promise<PaperPlace> {
      const person = signedInPersonOf(req);
      const wave = await fieldwork.getWave(parseAddress(PaperWaveAddressSchema, { wave: req.params.wave }).wave);
      const towns = wave.towns.filter(({ townId }) => mayUseTown(person, townId)).map(({ townId }) => definitions.town(townId));
      if (towns.length === 0) throw new AppError('notFound');
      return { person, wave, definition: paper.definitionOf(wave), towns };
    },

    /** Null where the form is gone or was never theirs: both look the same. */
    async formAt(req: Request, { wave, towns }: PaperPlace): Promise<PaperForm | null> {
      const form = await paper.find(parseAddress(PaperFormAddressSchema, req.params).form);
      return form?.wave === wave.slug && towns.some(({ id }) => id === form.townId) ? form : null;
    },

    /** Where one goes on. The log says who brought a form into which wave, never which form. */
    async afterSending({ person, wave }: PaperPlace, outcome: SentOutcome): Promise<string> {
      if (outcome === 'stored') await accounts.audit({ person, action: 'responses_imported', object: wave.slug });
      return `${paperAddress(wave.slug)}?done=${outcome}`;
    },

    studyOf: (wave: Wave) => fieldwork.getStudy(wave.study),

    async wordingFor({ wave, towns }: PaperPlace, language: Language): Promise<Wording> {
      return wordingOf(wave, await fieldwork.getStudy(wave.study), towns.length === 1 ? (towns[0]?.id ?? null) : null, language);
    },
  };
}
