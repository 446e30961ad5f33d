import type { PublishedFigure } from '../../../survey-definitions/contract/index.js';
import type { ComputedFigure } from '../../../scoring/index.js';

/** How a printed indicator stands to the recomputed one. */
export type Agreement = 'agrees' | 'cut' | 'value' | 'band';

/** A value agrees if it rounds to what is printed, or is cut off to it; another band weighs more than another value. */
export function agreementOf(printed: Pick<PublishedFigure, 'value' | 'band'>, { value, level }: ComputedFigure): Agreement {
  if (printed.band !== null && level !== null && printed.band !== level) return 'band';
  const decimals = printed.value.split('.')[1]?.length ?? 0;
  const unit = 10 ** decimals;
  const shown = Number(printed.value);
  if (Math.round(value * unit) / unit === shown) return 'agrees';
  return Math.trunc(value * unit) / unit === shown ? 'cut' : 'value';
}
