import { Router, type Request } from 'express';
import type { Accounts } from '../accounts/index.js';
import { AppError } from '../errors.js';
import type { FieldworkService, Wave } from '../fieldwork/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import { parseRequest } from '../http/parse.js';
import { textsIn, type Language } from '../i18n/index.js';
import type { AnswerFault } from './answerCheck.js';
import type { AnswerLimits } from './answerLimits.js';
import type { Intake } from './intake.service.js';
import { ApiResponseSchema, IdempotencyKeySchema } from './respond.requests.js';

interface IntakeRouteDependencies {
  accounts: Accounts;
  fieldwork: FieldworkService;
  intake: Intake;
  limits: AnswerLimits;
  clock: () => Date;
}

/** `POST /api/v1/waves/{slug}/responses`: one response from a program, through the same checks as the pages. */
export function createIntakeRouter({ accounts, fieldwork, intake, limits, clock }: IntakeRouteDependencies): Router {
  const router = Router();
  const allowStaff = accounts.allow('waves', { townOf: (req) => townIn(req) });

  router.post(
    '/waves/:slug/responses',
    async (req, res, next) => {
      const wave = await fieldwork.getWave(req.params.slug);
      res.locals.wave = wave;
      if (wave.access === 'open-link') next();
      else allowStaff(req, res, next);
    },
    async (req, res) => {
      await limits.takeTurn(null);
      const wave = res.locals.wave as Wave;
      const submissionToken = idempotencyKeyOf(req);
      const { language, answers, town, startedAt, durationMs } = parseRequest(ApiResponseSchema, req.body);
      const measured = durationMs ?? (startedAt === undefined ? undefined : clock().getTime() - Date.parse(startedAt));
      const result = await intake.submitResponse({
        wave,
        townId: town ?? (wave.towns.length === 1 ? (wave.towns[0]?.townId ?? '') : ''),
        language,
        answers,
        submissionToken,
        withoutDraft: true,
        ...(measured === undefined ? {} : { durationMs: Math.max(0, measured) }),
        origin: wave.access === 'open-link' ? 'respondent' : 'import',
      });
      if (result.outcome === 'ended')
        throw new AppError('invalidInput', {
          faults: [{ field: 'answers', message: textsIn(req.language)('respond.faultEnded') }],
        });
      if (result.outcome === 'invalid')
        throw new AppError('invalidInput', { faults: result.faults.map((fault) => inWords(fault, req.language)) });
      res.status(result.outcome === 'stored' ? 201 : 200).json({ id: result.id });
    },
  );

  return router;
}

function idempotencyKeyOf(req: Request): string {
  const key = IdempotencyKeySchema.safeParse(req.get('Idempotency-Key'));
  if (key.success) return key.data;
  const message = textsIn(req.language)('respond.faultIdempotencyKey');
  throw new AppError('badRequest', { faults: [{ field: 'Idempotency-Key', message }] });
}

function townIn(req: Request): string | undefined {
  const { town } = req.body as { town?: unknown };
  return typeof town === 'string' ? town : undefined;
}

function inWords({ field, reason }: AnswerFault, language: Language): FieldFault {
  const t = textsIn(language);
  if (field === 'town') return { field, message: t('respond.faultTown') };
  const message = {
    'unknown-item': t('respond.faultUnknownItem'),
    'not-possible': t('respond.faultNotPossible'),
    needed: t('respond.faultNeeded'),
    'text-needed': t('respond.textNeeded'),
    'nothing-scored': t('respond.faultNothingScored'),
  }[reason];
  return { field, message };
}
