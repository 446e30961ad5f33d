import { contributionsFrom } from '../../../scoring/index.js';
import type { TownPicture } from '../towns/townPicture.js';
import type { ExplainedTown, TownLookup } from './explainedTown.js';
import type { AgainstChoice } from './explanation.requests.js';
import { printedPartsFrom, type PrintedParts } from './printedParts.js';
import { scoreObstaclesOf, type ScoreObstacle } from './scoreObstacles.js';

/** A score against what it is explained by, or why that cannot be. */
export type Baseline = { against: AgainstChoice } & (
  | { state: 'explained'; parts: PrintedParts }
  /** Obstacles are null where nothing is shown of the other town or year. */
  | { state: 'refused'; obstacles: ScoreObstacle[] | null }
);

/** Explains the integral score of a town against 50, another town of the same year, or another year of its own. */
export async function explainAgainst(
  lookup: TownLookup,
  explained: Pick<ExplainedTown, 'town' | 'picture' | 'method' | 'synthetic'>,
  against: AgainstChoice,
): Promise<Baseline> {
  const { method, picture } = explained;
  if (against.kind === 'middle') {
    if (picture.score.result.isPartial) return { against, state: 'refused', obstacles: [{ kind: 'no-score', of: 'first' }] };
    return withParts(explained, against, 'middle');
  }
  const other = await findOther(lookup, explained, against);
  if (other === null) return { against, state: 'refused', obstacles: null };
  const methodOfOther = lookup.methods.get(other.score.method.id, other.score.method.version);
  const obstacles = scoreObstaclesOf({ method, score: picture.score }, { method: methodOfOther, score: other.score });
  return obstacles.length > 0 ? { against, state: 'refused', obstacles } : withParts(explained, against, other);
}

async function findOther(
  { publicTowns }: TownLookup,
  { town, picture, method, synthetic }: Pick<ExplainedTown, 'town' | 'picture' | 'method' | 'synthetic'>,
  against: Exclude<AgainstChoice, { kind: 'middle' }>,
): Promise<TownPicture | null> {
  const [townId, year] = against.kind === 'town' ? [against.town, picture.year] : [town.id, against.year];
  return (await publicTowns.findPicture(townId, { year, methodId: method.id, synthetic }))?.picture ?? null;
}

function withParts(
  { method, picture }: Pick<ExplainedTown, 'picture' | 'method'>,
  against: AgainstChoice,
  other: TownPicture | 'middle',
): Baseline {
  const { result } = picture.score;
  const baseline = other === 'middle' ? other : other.score.result;
  const contributions = contributionsFrom(method, result, 'integral', baseline);
  if (contributions.state === 'missing') return { against, state: 'refused', obstacles: [{ kind: 'no-score', of: 'first' }] };
  return { against, state: 'explained', parts: printedPartsFrom(method, contributions, result, baseline) };
}
