import { publishableOf } from '../../../scoring/index.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import type { WaveEstimates } from '../estimates/waveEstimates.js';
import type { DraftPart } from '../towns/drafts.js';

type Estimate = WaveEstimates['survey']['estimates'][string];

/** One indicator from all responses and from those without flags. */
export interface ComparedFigure {
  code: string;
  withFlagged: Estimate;
  withoutFlagged: Estimate;
  /** Valid answers that only the first figure rests on. */
  leftOut: number;
  /** Which of the two may ever be published: both only if they rest on the same answers, or k apart. */
  publishable: 'both' | 'same' | 'with' | 'none';
}

/** The figures of a wave in a town with and without flagged responses, for its coordinators. */
export interface FlagComparison {
  part: DraftPart;
  /** Flags that the second figure leaves out. */
  flags: readonly string[];
  /** Which of the two a release of today would take. */
  chosen: 'with' | 'without';
  /** Responses with each flag among all; one may carry several. */
  counts: Readonly<Record<string, number>>;
  figures: ComparedFigure[];
}

/** Compares with what the coordinator leaves out or, while nothing is left out, with leaving out every flag there is. */
export async function compareFlags(
  part: DraftPart,
  { townId, chosen, all }: { townId: string; chosen: readonly string[]; all: readonly string[] },
  estimates: Pick<LiveEstimates, 'of'>,
): Promise<FlagComparison | null> {
  const flags = chosen.length > 0 ? chosen : all;
  const complete = await estimates.of(part.wave, townId, []);
  const narrowed = await estimates.of(part.wave, townId, flags);
  if (complete === null || narrowed === null) return null;
  const taken = chosen.length > 0 ? 'without' : 'with';
  return { part, flags, chosen: taken, counts: complete.flagged, figures: comparedFigures(complete, narrowed, part.next.k) };
}

function comparedFigures(complete: WaveEstimates, narrowed: WaveEstimates, k: number): ComparedFigure[] {
  return Object.entries(complete.survey.estimates).flatMap(([code, withFlagged]) => {
    const withoutFlagged = narrowed.survey.estimates[code];
    if (withoutFlagged === undefined) return [];
    const leftOut = withFlagged.nValid - withoutFlagged.nValid;
    return [{ code, withFlagged, withoutFlagged, leftOut, publishable: whichOf(withFlagged.nValid, withoutFlagged.nValid, k) }];
  });
}

function whichOf(all: number, narrowed: number, k: number): ComparedFigure['publishable'] {
  if (all < k) return 'none';
  if (all === narrowed) return 'same';
  if (narrowed < k) return 'with';
  return publishableOf({ onlyFirst: all - narrowed, onlySecond: 0, both: narrowed }, k) === 'both' ? 'both' : 'with';
}
