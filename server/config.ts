import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

const EnvironmentSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    MONGODB_URI: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\//, 'expected an address that begins with mongodb:// or mongodb+srv://')
      .optional(),
    SESSION_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    DEMO: z.enum(['0', '1']).optional(),
    TRUST_PROXY: z
      .string()
      .regex(
        /^(\d{1,2}|[\da-fA-F.:/, ]+|(loopback|linklocal|uniquelocal)(, ?(loopback|linklocal|uniquelocal))*)$/,
        'expected a number of proxies, or their addresses',
      )
      .optional(),
    MAX_FORM_BYTES: z.coerce.number().int().min(1024).default(200_000),
    MAX_UPLOAD_BYTES: z.coerce.number().int().min(1024).default(5_000_000),
    MAX_CSV_ROWS: z.coerce.number().int().min(1).default(20_000),
    MAX_CSV_COLUMNS: z.coerce.number().int().min(3).max(1000).default(200),
    DRAFT_DAYS: z.coerce.number().int().min(1).max(365).default(30),
    COMPUTE_THREADS: z.coerce.number().int().min(0).max(16).default(1),
    GRACE_HOURS: z.coerce.number().int().min(0).max(168).default(24),
  })
  .superRefine((environment, context) => {
    if (environment.MONGODB_URI !== undefined && environment.SESSION_SECRET === undefined)
      context.addIssue({
        code: 'custom',
        path: ['SESSION_SECRET'],
        message: 'required together with MONGODB_URI, so that all processes share it',
      });
    const baseUrl =
      environment.BASE_URL ?? `http://${environment.HOST.includes(':') ? `[${environment.HOST}]` : environment.HOST}`;
    if (environment.NODE_ENV === 'production' && baseUrl.startsWith('http:')) {
      const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '');
      if (!LOOPBACK_HOSTS.includes(host))
        context.addIssue({
          code: 'custom',
          path: ['BASE_URL'],
          message: 'must be https in production, or answers travel unprotected',
        });
    }
  });

/** The settings of one process. Limits carry their unit in the name. */
export interface Config {
  port: number;
  host: string;
  /** Public address without a trailing slash. */
  baseUrl: string;
  /** Absolute. */
  dataDir: string;
  mongodbUri: string | undefined;
  /** Undefined with the embedded store: then one is made and kept in the data folder. */
  sessionSecret: string | undefined;
  production: boolean;
  logLevel: string;
  /** Whether the demonstration study is set up on an empty store. */
  demonstration: boolean;
  /** Demonstration accounts sign in only on loopback, or where DEMO=1 says so. */
  demonstrationSignIn: boolean;
  /** How many proxies stand in front, or their addresses. */
  trustProxy: number | string | undefined;
  limits: { formBytes: number; uploadBytes: number; csvRows: number; csvColumns: number };
  draftDays: number;
  /** Threads for heavy computations; 0 = the pages' own. */
  computeThreads: number;
  /** Hours after the closing of a wave in which a started draft may still be sent. */
  graceHours: number;
  /** The folder that holds package.json, views and survey-definitions. */
  rootDir: string;
}

/** Reads the environment and reports every fault at once. */
export function configFrom(environment: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = EnvironmentSchema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings cannot be used:\n${faults.join('\n')}`);
  }
  const settings = parsed.data;
  const loopback = LOOPBACK_HOSTS.includes(settings.HOST);
  const production = settings.NODE_ENV === 'production';
  return {
    port: settings.PORT,
    host: settings.HOST,
    baseUrl: (settings.BASE_URL ?? `http://${loopback ? 'localhost' : settings.HOST}:${settings.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(settings.DATA_DIR),
    mongodbUri: settings.MONGODB_URI,
    sessionSecret: settings.SESSION_SECRET,
    production,
    logLevel: settings.LOG_LEVEL,
    demonstration: settings.DEMO === '1' || (settings.DEMO !== '0' && !production),
    demonstrationSignIn: settings.DEMO === '1' || (settings.DEMO !== '0' && !production && loopback),
    trustProxy: /^\d+$/.test(settings.TRUST_PROXY ?? '') ? Number(settings.TRUST_PROXY) : settings.TRUST_PROXY,
    limits: {
      formBytes: settings.MAX_FORM_BYTES,
      uploadBytes: settings.MAX_UPLOAD_BYTES,
      csvRows: settings.MAX_CSV_ROWS,
      csvColumns: settings.MAX_CSV_COLUMNS,
    },
    computeThreads: settings.COMPUTE_THREADS,
    draftDays: settings.DRAFT_DAYS,
    graceHours: settings.GRACE_HOURS,
    rootDir: findRootDir(),
  };
}

/** The settings of this process. */
export function readConfig(): Config {
  return configFrom(process.env);
}

function findRootDir(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
