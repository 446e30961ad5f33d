import { disclosedFromRelease, scoreInputsFrom, statisticalIndicatorsFrom, type ScoreInputs } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { TownPicture } from '../towns/townPicture.js';

/** What has been published of a town, as any method would score it: not only the one that its score was computed by. */
export function inputsOfPicture(method: Method, { parts, score, year }: TownPicture): ScoreInputs {
  const surveys = Object.fromEntries(parts.map((part) => [part.population, disclosedFromRelease(part.estimates)]));
  const statistics = statisticalIndicatorsFrom(
    score.observations,
    { referenceYear: year, maxAgeYears: method.maxAgeYears },
    surveys.researchers?.estimates.B4,
  );
  return scoreInputsFrom(method, { statistics, surveys });
}
