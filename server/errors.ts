import type { FieldFault } from './http/fieldFault.js';

/**
 * The catalogue of what may go wrong where a person or a program must be told. Each code has a status and, under
 * `errors.<code>` in the texts, a sentence in three languages. A wrong answer in a form is no exception: its page comes again.
 */
const CATALOGUE = {
  notFound: 404,
  notSignedIn: 401,
  forbidden: 403,
  formExpired: 403,
  tooManyRequests: 429,
  bodyTooLarge: 413,
  badRequest: 400,
  invalidInput: 422,
  conflict: 409,
  waveNotOpen: 409,
  notReady: 503,
  unexpected: 500,
} as const;

export type ErrorCode = keyof typeof CATALOGUE;

export interface ErrorOptions {
  /** English, for the log; never an answer, a code or a secret. */
  message?: string;
  /** Faults with their place, already in the reader's language where a person reads them. */
  faults?: FieldFault[];
  cause?: unknown;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly faults: FieldFault[];

  constructor(code: ErrorCode, options: ErrorOptions = {}) {
    super(options.message ?? code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = CATALOGUE[code];
    this.faults = options.faults ?? [];
  }
}
