import { importanceOf, ScoringError } from '../../../../scoring/index.js';
import { FEWEST_COMPARED_TOWNS, type Method } from '../../../../survey-definitions/contract/index.js';
import type { TownPicture } from '../../towns/townPicture.js';

/** How much of the differences between towns each indicator brings; it takes at least ten complete towns to say so. */
export type Importance =
  | {
      readonly state: 'computed';
      readonly shares: Readonly<Record<string, number>>;
      readonly towns: number;
      readonly year: number;
    }
  | { readonly state: 'missing'; readonly towns: number; readonly needed: number };

/** Over the published scores of one version of a method in one year; a partial score takes no part. */
export function importanceFrom(method: Method, year: number | null, pictures: readonly TownPicture[]): Importance {
  const contributions = pictures.flatMap(({ score }) => {
    const isOfMethod = score.method.id === method.id && score.method.version === method.version;
    return isOfMethod && score.contributions ? [score.contributions.indicators] : [];
  });
  const codes = method.indicators.map(({ code }) => code).filter((code) => contributions.some((points) => code in points));
  const complete = contributions.filter((points) => codes.every((code) => code in points));
  const missing: Importance = { state: 'missing', towns: complete.length, needed: FEWEST_COMPARED_TOWNS };
  if (year === null || complete.length < FEWEST_COMPARED_TOWNS) return missing;
  const columns = Object.fromEntries(codes.map((code) => [code, complete.map((points) => points[code] ?? 0)]));
  try {
    return { state: 'computed', shares: importanceOf(columns), towns: complete.length, year };
  } catch (error) {
    if (error instanceof ScoringError) return missing;
    throw error;
  }
}
