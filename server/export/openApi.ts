import { z } from 'zod';
import { ScoreContentSchema } from '../results/index.js';
import { ManifestSchema } from './files/manifest.js';
import { LABELS, PROFILES } from './files/profile.js';

/** Description of the API for programs (OpenAPI 3.1). Paths are those that the application answers; a test visits each. */
export function openApiDescription(baseUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Äleuet',
      version: '1',
      description: [
        'Surveys, official statistics and scores of single-industry towns.',
        'Public files show releases; cells that could point to a person are empty with flag c.',
        'Every CSV answer carries its digest (Repr-Digest) and a Link to the manifest of the same bytes.',
      ].join(' '),
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths: PATHS,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      parameters: { slug: { name: 'slug', in: 'path', required: true, schema: { type: 'string' } } },
      schemas: {
        Problem: PROBLEM,
        Manifest: z.toJSONSchema(ManifestSchema),
        NewResponse: NEW_RESPONSE,
        Score: storedScoreSchema(),
      },
    },
  };
}

/** What programs get of a score; only coordinators get every part of it. */
function storedScoreSchema() {
  const { properties, ...schema } = z.toJSONSchema(ScoreContentSchema) as { properties: object };
  return {
    ...schema,
    description: [
      'The id is the SHA-256 of the canonical JSON of all but id, live and released; null for a live preview.',
      'uncertainty: medians and 95 % intervals of seeded draws; seed is null where nothing was drawn.',
      'For the public, what rests on answers is rounded, and standardError, covariance, nEligible and dkShare are left out.',
    ].join(' '),
    properties: {
      id: { type: ['string', 'null'] },
      live: { type: 'boolean' },
      released: { type: ['string', 'null'], format: 'date' },
      ...properties,
    },
    required: [],
  };
}

type Method = 'get' | 'post' | 'put';

interface Operation {
  summary: string;
  parameters?: object[];
  requestBody?: object;
  responses: Record<string, object>;
  security?: object[];
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    instance: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, row: { type: 'integer' }, message: { type: 'string' } },
      },
    },
  },
};

const NEW_RESPONSE = {
  type: 'object',
  required: ['language', 'answers'],
  properties: {
    language: { enum: ['kk', 'ru', 'en'] },
    answers: { type: 'object', description: 'item id → code, number, text or list of codes' },
    town: { type: 'string', description: 'where the wave has several towns' },
    startedAt: { type: 'string', format: 'date-time' },
    durationMs: { type: 'integer', minimum: 0 },
  },
};

const SCORE = { $ref: '#/components/schemas/Score' };
const SLUG = { $ref: '#/components/parameters/slug' };
const FORMAT = [
  query('profile', { enum: PROFILES, default: 'machine' }),
  query('labels', { enum: LABELS }, 'codes for machine and text for spreadsheets unless told otherwise'),
  query('lang', { enum: ['kk', 'ru', 'en'] }, 'language of words in the machine profile'),
];
const CSV = { description: 'A CSV file', content: { 'text/csv': { schema: { type: 'string' } } } };
const PROBLEM_ANSWER = {
  description: 'A problem document',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
/** Instead of the default: these need a token. */
const WITH_TOKEN = [{ token: [] }];

const PATHS: Record<string, Partial<Record<Method, Operation>>> = {
  '/waves': { get: { summary: 'Waves one may see, with counts', responses: json() } },
  '/waves/{slug}': { get: { summary: 'A wave', parameters: [SLUG], responses: json() } },
  '/waves/{slug}/definition': { get: { summary: 'The pinned questionnaire version', parameters: [SLUG], responses: json() } },
  '/waves/{slug}/responses': {
    post: {
      summary: 'Hand in one response; no token is needed on a wave with an open link',
      parameters: [
        SLUG,
        { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 16, maxLength: 200 } },
      ],
      requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/NewResponse' } } } },
      responses: {
        '201': { description: 'Stored' },
        '200': { description: 'Received before; the same id' },
        '4XX': PROBLEM_ANSWER,
      },
    },
  },
  '/waves/{slug}/indicators.csv': {
    get: {
      summary: 'Estimates by town and indicator: the newest release; live=1 for coordinators',
      parameters: [SLUG, ...FORMAT, query('live', { enum: ['1'] })],
      responses: csv(),
    },
  },
  '/waves/{slug}/codebook.csv': {
    get: { summary: 'Variables, codes and texts in three languages', parameters: [SLUG, ...FORMAT], responses: csv() },
  },
  '/waves/{slug}/responses.csv': {
    get: {
      summary: 'Single responses, for coordinators; audited',
      parameters: [
        SLUG,
        ...FORMAT,
        { ...query('purpose', { type: 'string', minLength: 10, maxLength: 300 }), required: true },
        query('variables', { enum: ['protected', 'full'], default: 'protected' }, 'matters for researchers only'),
        query('confirm', { enum: ['full'] }, 'required with variables=full'),
      ],
      responses: csv(),
      security: WITH_TOKEN,
    },
  },
  '/waves/{slug}/datapackage.json': {
    get: { summary: 'The files of a wave as a Frictionless Data Package', parameters: [SLUG], responses: json() },
  },
  '/manifests/{id}': {
    get: {
      summary: 'The manifest of a file',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        '200': {
          description: 'Rows, digest, versions, weighting and suppression rule of a file',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Manifest' } } },
        },
        '4XX': PROBLEM_ANSWER,
      },
    },
  },
  '/official/observations': {
    put: {
      summary: 'Enter official figures: all rows or none',
      requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
      responses: json(),
      security: WITH_TOKEN,
    },
  },
  '/official/observations.csv': {
    get: { summary: 'Official figures with source and history', parameters: FORMAT, responses: csv(), security: WITH_TOKEN },
  },
  '/scores.csv': {
    get: {
      summary: 'Scores of all towns in a year, whole and in parts',
      parameters: [
        ...FORMAT,
        query('method', { type: 'string' }),
        query('year', { type: 'integer' }),
        query('synthetic', { enum: ['exclude'] }),
      ],
      responses: csv(),
    },
  },
  '/coinr/iData.csv': { get: coinrOperation('Values of all towns for the R package COINr, a row per town') },
  '/coinr/iMeta.csv': { get: coinrOperation('Indicators, blocks, weights and goalposts for the R package COINr') },
  '/scores/{town}/{year}': {
    get: {
      summary: 'The newest released score of a town and year with all that it was computed from; rounded for the public',
      parameters: [
        { name: 'town', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'year', in: 'path', required: true, schema: { type: 'integer' } },
        query('method', { type: 'string' }),
        query('synthetic', { enum: ['exclude'] }),
      ],
      responses: json(SCORE),
    },
  },
  '/scores': {
    post: {
      summary: 'Compute and store a score; the same inputs give the same id',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['town', 'year'],
              properties: {
                town: { type: 'string' },
                year: { type: 'integer' },
                method: { type: 'string' },
                waves: { type: 'object', properties: { residents: { type: 'string' }, researchers: { type: 'string' } } },
                excludedFlags: { type: 'array', items: { type: 'string' } },
              },
            },
          },
        },
      },
      responses: {
        '201': { description: 'Stored', content: { 'application/json': { schema: SCORE } } },
        '200': { description: 'Stored before', content: { 'application/json': { schema: SCORE } } },
        '4XX': PROBLEM_ANSWER,
      },
      security: WITH_TOKEN,
    },
  },
  '/openapi.json': { get: { summary: 'This description', responses: json() } },
};

function coinrOperation(summary: string): Operation {
  return {
    summary,
    parameters: [
      query('method', { type: 'string' }),
      query('year', { type: 'integer' }),
      query('synthetic', { enum: ['exclude'] }),
      query('lang', { enum: ['kk', 'ru', 'en'] }, 'language of the names'),
      query('exact', { enum: ['1'] }, 'unrounded, for coordinators and the towns that they may use'),
    ],
    responses: csv(),
  };
}

function query(name: string, schema: object, description?: string) {
  return { name, in: 'query', schema, ...(description === undefined ? {} : { description }) };
}

function json(schema: object = {}): Operation['responses'] {
  return { '200': { description: 'JSON', content: { 'application/json': { schema } } }, '4XX': PROBLEM_ANSWER };
}

function csv(): Operation['responses'] {
  return { '200': CSV, '4XX': PROBLEM_ANSWER };
}
