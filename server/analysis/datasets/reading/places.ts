import type { Town } from '../../../../survey-definitions/contract/index.js';
import { LANGUAGES } from '../../../i18n/index.js';

/** The id of a town or region of ours from its id or its name in any language; any other unit stays as it is written. */
export type UnitOf = (cell: string) => string;

/** Words that stand beside the name of a town. */
const BESIDE_A_NAME = /^(?:г\.?|город|моногород)\s+|\s+(?:қ\.?|қаласы|моноқаласы|city|town)$/giu;

export function unitsOf(towns: readonly Town[], first: 'towns' | 'regions' = 'towns'): UnitOf {
  const ofTowns = namesOf(towns);
  const ofRegions = namesOf(towns.map(({ region }) => region));
  const order = first === 'towns' ? [ofTowns, ofRegions] : [ofRegions, ofTowns];
  return (cell) => {
    const name = plainName(cell);
    const bare = name.replace(BESIDE_A_NAME, '');
    return order.map((names) => names.get(name) ?? names.get(bare)).find((id) => id !== undefined) ?? cell.replace(/\s+/gu, ' ');
  };
}

function namesOf(places: readonly Pick<Town, 'id' | 'name'>[]): ReadonlyMap<string, string> {
  return new Map(
    places.flatMap(({ id, name }) => [id, ...LANGUAGES.map((language) => name[language])].map((word) => [plainName(word), id])),
  );
}

function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s_]+/gu, ' ')
    .trim();
}
