import { createHash } from 'node:crypto';
import type { RankSensitivity } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { ResultsComputation } from '../computation/computation.js';
import { FinishedContent } from '../finishedContent.js';
import type { Methods } from '../methods/registry.js';
import { RecentValues } from '../recentValues.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { TownPicture } from '../towns/townPicture.js';
import { drawnTownsFrom, type DrawnTowns } from './drawnTowns.js';
import { SENSITIVITY_RUNS, townUncertaintyFrom, type TownUncertainty } from './townUncertainty.js';
import { Turnstile } from './turnstile.js';

const KEPT_TOWNS = 400;
const KEPT_COMPARISONS = 40;
/** Computations that may wait for the one that runs. */
const QUEUE = 12;

export type Uncertainty = ReturnType<typeof createUncertainty>;

/**
 * Uncertainty and sensitivity of scores that may be shown: computed beside the pages, once for everyone who asks, and
 * kept by everything they depend on.
 */
export function createUncertainty({ computation, methods }: { computation: ResultsComputation; methods: Pick<Methods, 'get'> }) {
  const towns = new RecentValues<TownUncertainty>(KEPT_TOWNS);
  const comparisons = new RecentValues<DrawnTowns>(KEPT_COMPARISONS);
  const sensitivities = new RecentValues<RankSensitivity>(KEPT_COMPARISONS);
  const turnstile = new Turnstile({ places: 1, queue: QUEUE });
  const digests = new FinishedContent<string>();
  const methodOf = ({ method }: ScoreContent) => methods.get(method.id, method.version);
  /** A score contains all that its draws depend on. */
  const digestOf = (score: ScoreContent): string =>
    digests.of(score, '', () => createHash('sha256').update(JSON.stringify(score)).digest('hex'));
  /** The newest version by which any of the towns was scored. */
  function commonMethod(pictures: readonly TownPicture[]): Method | null {
    const [newest] = [...pictures].sort((a, b) => b.score.method.version - a.score.method.version);
    return newest ? methodOf(newest.score) : null;
  }

  const keyOf = (pictures: readonly TownPicture[]): string =>
    pictures.map(({ townId, score }) => `${townId} ${digestOf(score)}`).join('\n');

  const ofTown = (score: ScoreContent): Promise<TownUncertainty> =>
    towns.get(digestOf(score), () => turnstile.pass(() => townUncertaintyFrom(computation, methodOf(score), score)));

  /** @param pictures of one year, with scores of one method */
  async function ofTowns(pictures: readonly TownPicture[]): Promise<DrawnTowns> {
    const method = commonMethod(pictures);
    if (method === null) return { comparison: null, leftOut: [] };
    return comparisons.get(keyOf(pictures), () => turnstile.pass(() => drawnTownsFrom(computation, method, pictures)));
  }

  /** What drives the order of the towns; null while they cannot be compared. */
  async function orderSensitivity(pictures: readonly TownPicture[]): Promise<RankSensitivity | null> {
    const { comparison } = await ofTowns(pictures);
    const method = commonMethod(pictures);
    if (method === null || comparison === null) return null;
    return sensitivities.get(keyOf(pictures), () =>
      turnstile.pass(() => computation.run('rankSensitivity', method, comparison.compared, SENSITIVITY_RUNS)),
    );
  }

  return { ofTown, ofTowns, orderSensitivity };
}
