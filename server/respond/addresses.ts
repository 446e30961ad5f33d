import type { Ending, Page } from '../../survey-definitions/contract/index.js';
import type { Wave } from '../fieldwork/index.js';
import type { Move } from './move.js';

interface Place {
  wave: Wave;
  /** `/s/<wave>` */
  address: string;
}

export function hasTown({ wave }: Place, townId: string): boolean {
  return wave.towns.some((town) => town.townId === townId);
}

/** The way in, with the town where the respondent had chosen one. */
export function entryAddress(place: Place, townId: string | undefined): string {
  return townId !== undefined && hasTown(place, townId) ? `${place.address}/${townId}` : place.address;
}

/** A page's address; without one everything is answered and can be checked. */
export function pageAddress({ address }: Pick<Place, 'address'>, page: Page | undefined): string {
  return page ? `${address}/q/${page.id}` : `${address}/check`;
}

export function moveAddress(place: Pick<Place, 'address'>, move: Exclude<Move, { to: 'faults' }>): string {
  if (move.to === 'stop') return `${place.address}/stop`;
  return `${pageAddress(place, move.page)}${move.changing ? '?change=1' : ''}`;
}

export function endingAddress({ address }: Pick<Place, 'address'>, ending: Ending): string {
  return `${address}/${ending === 'declined' ? 'declined' : 'screened-out'}`;
}

/** The thanks name the town only where there are several, for the next person on the same phone. */
export function thanksAddress({ address, wave }: Place, townId: string): string {
  return wave.towns.length > 1 ? `${address}/thanks?town=${townId}` : `${address}/thanks`;
}
