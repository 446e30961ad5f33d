import type { PublishedFigure } from '../../../survey-definitions/contract/index.js';
import type { ComputedFigure } from '../../../scoring/index.js';

/** How a printed indicator stands to the recomputed one. */
export type Agreement = 'agrees' | 'value' | 'band';

/** A value agrees if it rounds, or is cut off, to what is printed; another band weighs more than another value. */
export function agreementOf(printed: Pick<PublishedFigure, 'value' | 'band'>, { value, level }: ComputedFigure): Agreement {
  if (printed.band !== null && level !== null && printed.band !== level) return 'band';
  const decimals = printed.value.split('.')[1]?.length ?? 0;
  const unit = 10 ** decimals;
  const forms = [Math.round(value * unit), Math.trunc(value * unit)].map((whole) => whole / unit);
  return forms.includes(Number(printed.value)) ? 'agrees' : 'value';
}
