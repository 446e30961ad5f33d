import type { Town } from '../../survey-definitions/contract/index.js';
import { may, mayUseTown } from '../accounts/index.js';
import type { FieldworkService, NextStep, NextStepsProvider, Wave } from '../fieldwork/index.js';
import { formatInteger, textsIn, type Language } from '../i18n/index.js';
import type { MatrixHead } from './matrix/matrix.repository.js';
import type { ReleaseRepository } from './releases/release.repository.js';
import type { Serves } from './towns/scoreWaves.js';

export interface NextStepsSurroundings {
  fieldwork: Pick<FieldworkService, 'listWaves' | 'getStudy'>;
  releases: Pick<ReleaseRepository, 'findNewestPart'>;
  towns: readonly Town[];
  serves: Serves;
  heads: () => Promise<MatrixHead[]>;
}

/** What results ask of a coordinator: to publish a wave with enough answers of which the public has seen nothing yet. */
export function createResultsNextSteps({ fieldwork, releases, towns, serves, heads }: NextStepsSurroundings): NextStepsProvider {
  return async ({ person, language }) => {
    if (!may(person, 'releases')) return [];
    const waves = new Map(
      (await fieldwork.listWaves()).filter((wave) => serves(wave) && !wave.live).map((wave) => [wave.slug, wave]),
    );
    const steps: NextStep[] = [];
    for (const { wave: slug, townId, rows } of await heads()) {
      const wave = waves.get(slug);
      const town = towns.find(({ id }) => id === townId);
      if (!wave || !town || !mayUseTown(person, townId)) continue;
      const { kMin } = await fieldwork.getStudy(wave.study);
      if (rows < kMin[wave.population] || (await releases.findNewestPart(townId, slug))) continue;
      steps.push(releaseStep(wave, town, rows, language));
    }
    return steps;
  };
}

function releaseStep(wave: Wave, town: Town, rows: number, language: Language): NextStep {
  const t = textsIn(language);
  return {
    title: t('results.step_release', { town: town.name[language], year: wave.referenceYear }),
    explanation: t('results.step_release_why', { answers: formatInteger(rows, language) }),
    action: { label: t('results.step_release_action'), href: `/results/${town.id}/${wave.referenceYear}` },
  };
}
