import type { Definition, LocalizedText, Method, Town } from '../../../survey-definitions/contract/index.js';
import type { Methods } from '../methods/registry.js';
import type { PopulationRelease } from '../releases/release.js';
import type { PublicTowns } from '../towns/publicTowns.js';
import type { PictureChoice, TownPicture } from '../towns/townPicture.js';

/** A town whose public score is explained. */
export interface ExplainedTown {
  town: Town;
  picture: TownPicture;
  /** Years with something to show, the newest first. */
  years: readonly number[];
  method: Method;
  /** Short name of each indicator by code. */
  names: ReadonlyMap<string, LocalizedText>;
  synthetic: 'included' | 'excluded';
}

export interface TownLookup {
  publicTowns: Pick<PublicTowns, 'findPicture'>;
  methods: Pick<Methods, 'get'>;
  definitionOf: (part: PopulationRelease) => Definition;
}

/** What anyone may see of a town and year, with the words for it; null while nothing is shown. */
export async function findExplainedTown(lookup: TownLookup, town: Town, choice: PictureChoice): Promise<ExplainedTown | null> {
  const found = await lookup.publicTowns.findPicture(town.id, choice);
  if (found === null) return null;
  const { picture, years } = found;
  const { id, version } = picture.score.method;
  const method = lookup.methods.get(id, version);
  const names = indicatorNamesOf(method, picture.parts, lookup.definitionOf);
  return { town, picture, years, method, names, synthetic: choice.synthetic ?? 'included' };
}

function indicatorNamesOf(
  method: Method,
  parts: readonly PopulationRelease[],
  definitionOf: TownLookup['definitionOf'],
): Map<string, LocalizedText> {
  const asked = parts.flatMap((part) => definitionOf(part).indicators);
  return new Map([
    ...asked.reverse().map(({ code, shortName }) => [code, shortName] as const),
    ...method.indicators.flatMap((indicator) =>
      indicator.source === 'statistics' ? [[indicator.code, indicator.shortName] as const] : [],
    ),
  ]);
}
