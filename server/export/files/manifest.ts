import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LanguageSchema } from '../../../survey-definitions/contract/index.js';
import { AdjustmentSchema } from '../../results/index.js';
import { SamplingSchema } from '../../fieldwork/index.js';
import { LabelsSchema, ProfileSchema } from './profile.js';

export const WhatSchema = z.enum([
  'indicators',
  'scores',
  'iData',
  'iMeta',
  'responses',
  'codebook',
  'observations',
  'uncertainty',
  'order',
]);
export type What = z.infer<typeof WhatSchema>;

const VersionedSchema = z.object({ id: z.string(), version: z.int() });

/** How the answers of a wave in a town were brought to its population, and from where the population is known. */
const TownWeightingSchema = z.object({
  wave: z.string(),
  town: z.string(),
  adjustment: AdjustmentSchema,
  margins: z.array(z.object({ variables: z.array(z.string()), source: z.string(), year: z.int() })),
});
export type TownWeighting = z.infer<typeof TownWeightingSchema>;

/** How the respondents of a wave were found, and what its intervals therefore leave out (methodology §10.1). */
const WaveSamplingSchema = z.object({ wave: z.string(), type: SamplingSchema, intervals: z.string() });
export type WaveSampling = z.infer<typeof WaveSamplingSchema>;

/** What has to be known about the content of a file before it can be used. */
export const ManifestFactsSchema = z.object({
  study: z.string().nullable(),
  wave: z.string().nullable(),
  questionnaires: z.array(VersionedSchema),
  methods: z.array(VersionedSchema),
  /** By town where any is weighted; a town that is not listed then counts every answer once. */
  weighting: z.union([z.enum(['unweighted', 'not-applicable']), z.array(TownWeightingSchema).min(1)]),
  /** Of every wave that the file rests on; manifests of earlier files do not have it. */
  sampling: z.array(WaveSamplingSchema).default([]),
  suppression: z.object({
    /** Smallest published cell by population; empty where nothing is suppressed. */
    k: z.record(z.string(), z.int()),
    rule: z.string(),
  }),
  /** Columns of single responses that were joined into classes or left out. */
  protection: z.object({ k: z.int(), coarsened: z.array(z.string()), dropped: z.array(z.string()) }).nullable(),
  /** Whether anything in the file is made up. */
  synthetic: z.enum(['yes', 'no']),
  /** For files that COINr reads: its means level by level (null where it has none), and towns that it would score otherwise. */
  coinr: z
    .object({
      means: z.array(z.enum(['a_amean', 'a_gmean', 'a_hmean'])).nullable(),
      leftOut: z.array(z.object({ town: z.string(), reason: z.enum(['partial', 'floor']) })),
    })
    .exactOptional(),
  /** Where the numbers stem from: days of the releases, or answers as they stood. */
  source: z.object({ kind: z.enum(['release', 'live', 'definition', 'responses', 'official']), releases: z.array(z.iso.date()) }),
});
export type ManifestFacts = z.infer<typeof ManifestFactsSchema>;

/** The sheet beside a file: what it holds, how it was made, and whether the bytes are still the same. */
export const ManifestSchema = z.object({
  file: z.string(),
  created: z.iso.datetime(),
  what: WhatSchema,
  rows: z.int(),
  columns: z.array(z.string()),
  bytes: z.int(),
  sha256: z.string(),
  format: z.object({
    profile: ProfileSchema,
    language: LanguageSchema,
    labels: LabelsSchema,
    encoding: z.literal('UTF-8'),
    byteOrderMark: z.boolean(),
    delimiter: z.string(),
    decimalMark: z.string(),
    lineEnd: z.enum(['LF', 'CRLF']),
    formulaGuard: z.string(),
  }),
  content: ManifestFactsSchema,
});
export type Manifest = z.infer<typeof ManifestSchema>;

/** Who may read a manifest: anyone, or the staff who may have the file, where they may use all of its towns. */
export const AudienceSchema = z.object({
  kind: z.enum(['public', 'microdata', 'official', 'live', 'draft']),
  townIds: z.array(z.string()),
});
export type Audience = z.infer<typeof AudienceSchema>;

export interface StoredManifest {
  /** The same content in the same form has the same id, whenever it is asked for. */
  id: string;
  audience: Audience;
  manifest: Manifest;
}

/** Made of the bytes and all that is said about them, not of the moment: names and times of the first file stay. */
export function manifestIdOf(manifest: Manifest, audience: Audience): string {
  const { file } = manifest;
  const lasting = { ...manifest, file: file.slice(0, file.lastIndexOf('_')), created: null };
  return createHash('sha256')
    .update(JSON.stringify([lasting, audience]))
    .digest('hex')
    .slice(0, 32);
}
