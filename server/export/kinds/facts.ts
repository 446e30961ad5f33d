import { samplingOf, type Sampling, type Wave } from '../../fieldwork/index.js';
import type { FileSubject } from '../files/fileName.js';
import type { ManifestFacts, WaveSampling } from '../files/manifest.js';

/** How cells are hidden, for whoever opens a file without its papers. */
export const SUPPRESSION_RULE =
  'cells below k valid answers and what would give them away are empty with flag c; counts that would are "at-least"';

/** Facts of a file that holds no estimates. */
export const WITHOUT_ESTIMATES: Omit<ManifestFacts, 'synthetic' | 'source'> = {
  study: null,
  wave: null,
  questionnaires: [],
  methods: [],
  weighting: 'not-applicable',
  sampling: [],
  suppression: { k: {}, rule: 'nothing in this file is suppressed' },
  protection: null,
};

export function subjectOf(wave: Wave): Omit<FileSubject, 'what'> {
  return { study: wave.study, version: wave.definitionVersion, wave: wave.slug };
}

/** Which wave a file is about, and the questionnaire that it asked. */
export function waveFacts(wave: Wave): Pick<ManifestFacts, 'study' | 'wave' | 'questionnaires' | 'sampling'> {
  return {
    study: wave.study,
    wave: wave.slug,
    questionnaires: [{ id: wave.definitionId, version: wave.definitionVersion }],
    sampling: [waveSampling(wave)],
  };
}

const INTERVALS: Readonly<Record<Sampling, string>> = {
  'open-link': 'model-based, self-selection not included',
  quota: 'model-based, self-selection not included',
  probability: 'sampling error only, non-response not included',
  census: 'model-based, non-response taken as by chance',
};

export function waveSampling(wave: Wave): WaveSampling {
  const type = samplingOf(wave);
  return { wave: wave.slug, type, intervals: INTERVALS[type] };
}
