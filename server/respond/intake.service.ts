import { qualityFlagsFrom } from '../../scoring/index.js';
import {
  analysisPopulationsOf,
  completeAnswers,
  derivedValuesOf,
  SPECIAL,
  type Answers,
  type Definition,
  type Ending,
  type Language,
} from '../../survey-definitions/contract/index.js';
import type { Definitions } from '../definitions/index.js';
import { AppError } from '../errors.js';
import { dayOf, type FieldworkService, type Wave } from '../fieldwork/index.js';
import { checkAnswers, type AnswerFault } from './answerCheck.js';
import type { StoredResponse } from './response.js';
import type { ResponseRepository } from './response.repository.js';
import { responseIdOf } from './submissionToken.js';

const STEP_MS = 30_000;

export interface Submission {
  wave: Wave;
  townId: string;
  language: Language;
  /** Unchecked: item id → value. */
  answers: Record<string, unknown>;
  /** The same token and wave are the same submission, however often it arrives. */
  submissionToken: string;
  /** Active time; absent where nobody measured it. */
  durationMs?: number;
  origin: StoredResponse['origin'];
  /** Today in the wave's time zone when absent. */
  date?: string;
  /** Nobody has begun before: the wave must be open, and the hours of grace do not count. */
  withoutDraft?: boolean;
  /** Items without an answer are stored as −5 instead of being asked for. */
  partial?: boolean;
}

export type IntakeResult =
  | { outcome: 'stored' | 'alreadyReceived'; id: string }
  | { outcome: 'ended'; ending: Ending }
  | { outcome: 'invalid'; faults: AnswerFault[] };

interface IntakeDependencies {
  definitions: Definitions;
  fieldwork: FieldworkService;
  responses: ResponseRepository;
  clock: () => Date;
}

export type Intake = ReturnType<typeof createIntake>;

/** The one way into the store for answers of pages, programs and generators. */
export function createIntake({ definitions, fieldwork, responses, clock }: IntakeDependencies) {
  function responseFrom(submission: Submission): StoredResponse | Exclude<IntakeResult, { id: string }> {
    const { wave } = submission;
    if (!wave.towns.some((town) => town.townId === submission.townId))
      return { outcome: 'invalid', faults: [{ field: 'town', reason: 'not-possible' }] };
    const definition = definitions.definition(wave.definitionId, wave.definitionVersion);
    const check = checkAnswers(definition, submission.answers, submission.partial ?? false);
    return check.outcome === 'complete' ? buildResponse(submission, definition, check.answers, clock()) : check;
  }

  async function submitResponse(submission: Submission): Promise<IntakeResult> {
    const { wave, submissionToken, origin } = submission;
    const id = responseIdOf(wave.slug, submissionToken);
    const accepted =
      origin !== 'respondent' ||
      (submission.withoutDraft === true ? fieldwork.entryOf(wave) === 'open' : fieldwork.acceptsSubmissions(wave));
    const response = accepted ? responseFrom(submission) : null;
    if (response && !('outcome' in response))
      return { outcome: (await responses.insert(response)) ? 'stored' : 'alreadyReceived', id };
    // A repetition is answered as the first time, even if it could not be accepted any more.
    if (await responses.exists(id)) return { outcome: 'alreadyReceived', id };
    if (!response) throw new AppError('waveNotOpen');
    return response;
  }

  /** Many submissions through the same checks in one insert: all of them or, when one has a fault, none. */
  async function submitMany(submissions: Submission[]): Promise<{ stored: number; alreadyReceived: number }> {
    const built = submissions.map((submission, at) => {
      const response = responseFrom(submission);
      if ('outcome' in response)
        throw new AppError('invalidInput', { message: `submission ${at + 1}: ${JSON.stringify(response)}` });
      return response;
    });
    const stored = await responses.insertMany(built);
    return { stored, alreadyReceived: built.length - stored };
  }

  return { submitResponse, submitMany };
}

/** A stored response from answers that count: completed, assigned to populations, with derived values and flags. */
function buildResponse(submission: Submission, definition: Definition, counted: Answers, now: Date): StoredResponse {
  const { wave, townId, language, submissionToken, durationMs, origin } = submission;
  const answers = completeAnswers(definition, counted);
  const itemsShown = Object.entries(answers).filter(
    ([field, value]) => !field.endsWith('__text') && value !== SPECIAL.notAsked && value !== SPECIAL.missing,
  ).length;
  const pace = durationMs === undefined ? { itemsShown } : { itemsShown, activeDurationMs: durationMs };
  return {
    _id: responseIdOf(wave.slug, submissionToken),
    wave: wave.slug,
    townId,
    definitionId: definition.id,
    definitionVersion: definition.version,
    language,
    answers,
    analysisPopulations: analysisPopulationsOf(definition, answers),
    derived: derivedValuesOf(definition, answers),
    flags: { ...qualityFlagsFrom(definition, answers, pace, wave.thresholds), duplicate: false },
    ...(durationMs === undefined ? {} : { durationSteps: Math.round(durationMs / STEP_MS) }),
    date: submission.date ?? dayOf(now, wave.timeZone),
    origin,
    status: 'valid',
    folded: false,
  };
}
