import type { Method } from '../../../survey-definitions/contract/index.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import { RecentValues } from '../recentValues.js';
import type { PopulationRelease, Release, ReleaseSummary } from '../releases/release.js';
import type { ReleaseRepository } from '../releases/release.repository.js';
import { scoreFrom } from '../scores/scoreFrom.js';
import type { ScoreRepository } from '../scores/score.repository.js';
import type { UsedObservation } from '../scores/scoreContent.js';
import type { Drafts } from './drafts.js';
import { mayServe } from './scoreWaves.js';
import type { PictureChoice, TownPicture } from './townPicture.js';

const KEPT_RELEASES = 60;
const KEPT_PICTURES = 60;

export interface PublicTownsSurroundings {
  fieldwork: Pick<FieldworkService, 'listWaves' | 'getStudy'>;
  observationsOf(townId: string): Promise<UsedObservation[]>;
  drafts: Drafts;
  estimates: LiveEstimates;
  releases: ReleaseRepository;
  scores: ScoreRepository;
  /** The first is the default. */
  methods: readonly [Method, ...Method[]];
  software: string;
}

export type PublicTowns = ReturnType<typeof createPublicTowns>;

/**
 * What anyone may see of a town: its newest release of a year. Only waves of a demonstration that are set to `live` are
 * computed from answers as they come in, under the same disclosure rules.
 */
export function createPublicTowns(surroundings: PublicTownsSurroundings) {
  const { fieldwork, drafts, estimates, releases, scores, methods, software } = surroundings;
  const recentReleases = new RecentValues<Release>(KEPT_RELEASES);
  const recentPictures = new RecentValues<TownPicture>(KEPT_PICTURES);

  /** The live wave of each population by year; where two claim the same place neither is shown. */
  async function liveWavesOf(townId: string): Promise<Wave[]> {
    const waves: Wave[] = [];
    for (const wave of await fieldwork.listWaves({ townId }))
      if (wave.live && mayServe(wave) && (await fieldwork.getStudy(wave.study)).demonstration) waves.push(wave);
    return waves.filter(
      (wave) =>
        waves.filter((other) => other.population === wave.population && other.referenceYear === wave.referenceYear).length === 1,
    );
  }

  async function releaseOf(id: string): Promise<Release> {
    const kept = recentReleases.get(id) ?? (await releases.get(id));
    recentReleases.set(id, kept);
    return kept;
  }

  function newestOfYear(all: readonly ReleaseSummary[], year: number): ReleaseSummary | null {
    return all.find((release) => release.year === year) ?? null;
  }

  async function livePicture(
    townId: string,
    year: number,
    waves: readonly Wave[],
    release: ReleaseSummary | null,
    method: Method,
    synthetic: 'included' | 'excluded',
  ): Promise<TownPicture> {
    const observations = await surroundings.observationsOf(townId);
    const versions = await Promise.all(waves.map(async (wave) => [wave.slug, await estimates.versionOf(wave, townId)]));
    const key = JSON.stringify([townId, year, method.id, synthetic, release?._id, versions, observations]);
    const kept = recentPictures.get(key);
    if (kept) return kept;
    const parts: PopulationRelease[] = [];
    for (const wave of waves) {
      const part = await drafts.partOf(wave, townId, [], 'alone');
      if (part) parts.push(part.next);
    }
    const released = release === null ? [] : (await releaseOf(release._id)).parts;
    parts.push(...released.filter((part) => waves.every((wave) => wave.population !== part.population)));
    const score = scoreFrom({ townId, year, method, parts, observations, synthetic, software });
    const picture: TownPicture = { townId, year, kind: 'live', release, parts, score: score.content, scoreId: null };
    recentPictures.set(key, picture);
    return picture;
  }

  async function releasedPicture(
    release: ReleaseSummary,
    method: Method,
    synthetic: 'included' | 'excluded',
  ): Promise<TownPicture | null> {
    const ofMethod = release.scores.filter(({ methodId }) => methodId === method.id);
    const wanted =
      ofMethod.find((score) => score.synthetic === synthetic) ?? ofMethod.find((score) => score.synthetic === 'included');
    if (!wanted) return null;
    const key = `${release._id}/${wanted.scoreId}`;
    const kept = recentPictures.get(key);
    if (kept) return kept;
    const { content } = await scores.get(wanted.scoreId);
    const { parts } = await releaseOf(release._id);
    const picture: TownPicture = {
      townId: release.townId,
      year: release.year,
      kind: 'released',
      release,
      parts: content.options.synthetic === 'excluded' ? parts.filter((part) => !part.demonstration) : parts,
      score: content,
      scoreId: wanted.scoreId,
    };
    recentPictures.set(key, picture);
    return picture;
  }

  return {
    /** Years with something to show, the newest first. */
    async yearsOf(townId: string): Promise<number[]> {
      const years = [
        ...(await releases.listOfTown(townId)).map(({ year }) => year),
        ...(await liveWavesOf(townId)).map(({ referenceYear }) => referenceYear),
      ];
      return [...new Set(years)].sort((a, b) => b - a);
    },

    /** The public picture of a town; null while nothing may be shown. */
    async findPicture(townId: string, choice: PictureChoice = {}): Promise<TownPicture | null> {
      const method = methods.find(({ id }) => id === choice.methodId) ?? methods[0];
      const synthetic = choice.synthetic ?? 'included';
      const all = await releases.listOfTown(townId);
      const live = await liveWavesOf(townId);
      const year = choice.year ?? Math.max(...all.map((release) => release.year), ...live.map((wave) => wave.referenceYear));
      const release = newestOfYear(all, year);
      const liveWaves = live.filter((wave) => wave.referenceYear === year);
      if (liveWaves.length > 0) return livePicture(townId, year, liveWaves, release, method, synthetic);
      return release === null ? null : releasedPicture(release, method, synthetic);
    },
  };
}
