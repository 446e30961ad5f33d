import type { Method } from '../../../survey-definitions/contract/index.js';
import type { FieldworkService, Wave } from '../../fieldwork/index.js';
import type { LiveEstimates } from '../estimates/liveEstimates.js';
import type { Methods } from '../methods/registry.js';
import { RecentValues } from '../recentValues.js';
import type { Release, ReleaseSummary } from '../releases/release.js';
import type { ReleaseRepository } from '../releases/release.repository.js';
import type { ScoreRepository } from '../scores/score.repository.js';
import type { Scoring } from '../scores/scoring.js';
import type { UsedObservation } from '../scores/scoreContent.js';
import type { Drafts } from './drafts.js';
import { integralOf } from './releasing.js';
import type { Serves } from './scoreWaves.js';
import type { PictureChoice, TownHeadline, TownPicture } from './townPicture.js';

const KEPT_RELEASES = 60;
const KEPT_PICTURES = 120;

export interface PublicTownsSurroundings {
  fieldwork: Pick<FieldworkService, 'listWaves' | 'getStudy'>;
  observationsOf: (townId: string) => Promise<UsedObservation[]>;
  drafts: Drafts;
  estimates: LiveEstimates;
  releases: ReleaseRepository;
  scores: ScoreRepository;
  /** The first is the default. */
  methods: Pick<Methods, 'all' | 'get' | 'isRetired'>;
  scoring: Scoring;
  serves: Serves;
}

/** What may be shown at all: releases, the newest of a town first, and waves whose numbers are public while they move. */
interface Showable {
  releases: ReleaseSummary[];
  live: { wave: Wave; townId: string }[];
}

export type PublicTowns = ReturnType<typeof createPublicTowns>;

/**
 * What anyone may see of a town: its newest release of a year. Only waves of a demonstration that are set to `live` are
 * computed from answers as they come in, under the same rules for small cells.
 */
export function createPublicTowns(surroundings: PublicTownsSurroundings) {
  const { fieldwork, drafts, estimates, releases, scores, methods, scoring, serves } = surroundings;
  const recentReleases = new RecentValues<Release>(KEPT_RELEASES);
  const recentPictures = new RecentValues<TownPicture>(KEPT_PICTURES);

  async function showableOf(townId: string): Promise<Showable> {
    return { releases: await releases.listOfTown(townId), live: await liveWaves(await fieldwork.listWaves({ townId }), townId) };
  }

  async function showableOfAll(): Promise<Showable> {
    return { releases: await releases.listAll(), live: await liveWaves(await fieldwork.listWaves()) };
  }

  /** The live wave of each town, population and year; where two claim the same place neither is shown. */
  async function liveWaves(waves: readonly Wave[], onlyTown?: string): Promise<Showable['live']> {
    const candidates = waves.filter((wave) => wave.live && serves(wave));
    const slugs = [...new Set(candidates.map(({ study }) => study))];
    const studies = await Promise.all(slugs.map((slug) => fieldwork.getStudy(slug)));
    const live = candidates
      .filter((wave) => studies.some((study) => study.slug === wave.study && study.demonstration))
      .flatMap((wave) => wave.towns.map(({ townId }) => ({ wave, townId })));
    const samePlace = (a: Showable['live'][number], b: Showable['live'][number]): boolean =>
      a.townId === b.townId && a.wave.population === b.wave.population && a.wave.referenceYear === b.wave.referenceYear;
    return live.filter(
      (entry) =>
        (onlyTown === undefined || entry.townId === onlyTown) && live.filter((other) => samePlace(entry, other)).length === 1,
    );
  }

  function releaseOf(id: string): Promise<Release> {
    return recentReleases.get(id, () => releases.get(id));
  }

  async function pictureOf(showable: Showable, townId: string, choice: PictureChoice): Promise<TownPicture | null> {
    const year = choice.year ?? yearsIn(showable, townId)[0];
    if (year === undefined) return null;
    const release = showable.releases.find((entry) => entry.townId === townId && entry.year === year) ?? null;
    const waves = showable.live.filter((entry) => entry.townId === townId && entry.wave.referenceYear === year);
    const method = choice.methodId === undefined ? methods.all[0] : methods.get(choice.methodId);
    const synthetic = choice.synthetic ?? 'included';
    if (waves.length > 0 && !methods.isRetired(method.id))
      return livePicture(
        { townId, year, method, synthetic, release },
        waves.map(({ wave }) => wave),
      );
    return release === null ? null : releasedPicture(release, method, synthetic);
  }

  async function livePicture(place: Place, waves: readonly Wave[]): Promise<TownPicture> {
    const { townId, year, method, synthetic, release } = place;
    const observations = await surroundings.observationsOf(townId);
    const versions = await Promise.all(waves.map(async (wave) => [wave.slug, await estimates.versionOf(wave, townId)]));
    const key = JSON.stringify([townId, year, method.id, method.version, synthetic, release?._id, versions, observations]);
    return recentPictures.get(key, () => composeLive(place, waves, observations));
  }

  async function composeLive(
    { townId, year, method, synthetic, release }: Place,
    waves: readonly Wave[],
    observations: UsedObservation[],
  ): Promise<TownPicture> {
    const live = await Promise.all(waves.map((wave) => drafts.partOf(wave, townId, [], 'alone')));
    const released = release === null ? [] : (await releaseOf(release._id)).parts;
    const parts = [
      ...live.flatMap((part) => (part ? [part.next] : [])),
      ...released.filter((part) => waves.every((wave) => wave.population !== part.population)),
    ];
    const score = await scoring.scoreOf({ townId, year, method, parts, observations, synthetic });
    return { townId, year, kind: 'live', release, parts, score: score.content, scoreId: null };
  }

  async function releasedPicture(
    release: ReleaseSummary,
    method: Method,
    synthetic: 'included' | 'excluded',
  ): Promise<TownPicture | null> {
    const ofMethod = release.scores.filter(({ methodId }) => methodId === method.id);
    const wanted = ofMethod.find((score) => score.synthetic === synthetic) ?? ofMethod[0];
    if (!wanted) return null;
    return recentPictures.get(`${release._id}/${wanted.scoreId}`, () => composeReleased(release, wanted.scoreId));
  }

  async function composeReleased(release: ReleaseSummary, scoreId: string): Promise<TownPicture> {
    const { content } = await scores.get(scoreId);
    const { parts } = await releaseOf(release._id);
    return {
      townId: release.townId,
      year: release.year,
      kind: 'released',
      release,
      parts: content.options.synthetic === 'excluded' ? parts.filter((part) => !part.demonstration) : parts,
      score: content,
      scoreId,
    };
  }

  /** The public picture of a town with the years to choose from; null while nothing may be shown. */
  async function findPicture(
    townId: string,
    choice: PictureChoice = {},
  ): Promise<{ picture: TownPicture; years: number[] } | null> {
    const showable = await showableOf(townId);
    const picture = await pictureOf(showable, townId, choice);
    return picture && { picture, years: yearsIn(showable, townId) };
  }

  /** The newest public score of every town that has one. */
  async function listHeadlines(): Promise<TownHeadline[]> {
    const showable = await showableOfAll();
    const pictures = await Promise.all(townsIn(showable).map((townId) => pictureOf(showable, townId, {})));
    return pictures.flatMap((picture) =>
      picture === null
        ? []
        : [
            {
              townId: picture.townId,
              year: picture.year,
              live: picture.kind === 'live',
              scoreId: picture.scoreId,
              demonstration: picture.score.inputs.synthetic.length > 0,
              integral: integralOf(picture.score),
              basis: picture.score.uncertainty?.state === 'drawn' ? 'draws' : 'sampling',
            },
          ],
    );
  }

  /** The public pictures of all towns in one year: the one asked for, else the newest with most towns. */
  async function listPictures(choice: PictureChoice = {}): Promise<{ year: number | null; pictures: TownPicture[] }> {
    const showable = await showableOfAll();
    const towns = townsIn(showable);
    const years = towns.flatMap((townId) => yearsIn(showable, townId));
    const inYear = (year: number): number => years.filter((other) => other === year).length;
    const year = choice.year ?? [...years].sort((a, b) => inYear(b) - inYear(a) || b - a)[0];
    if (year === undefined) return { year: null, pictures: [] };
    const pictures = await Promise.all(towns.map((townId) => pictureOf(showable, townId, { ...choice, year })));
    return { year, pictures: pictures.filter((picture) => picture !== null) };
  }

  /** Years in which any town has something to show, the newest first. */
  async function listYears(): Promise<number[]> {
    const showable = await showableOfAll();
    return [...new Set(townsIn(showable).flatMap((townId) => yearsIn(showable, townId)))].sort((a, b) => b - a);
  }

  return { findPicture, listHeadlines, listPictures, listYears };
}

interface Place {
  townId: string;
  year: number;
  method: Method;
  synthetic: 'included' | 'excluded';
  release: ReleaseSummary | null;
}

function townsIn({ releases, live }: Showable): string[] {
  return [...new Set([...releases, ...live].map(({ townId }) => townId))];
}

/** Years with something to show of a town, the newest first. */
function yearsIn({ releases, live }: Showable, townId: string): number[] {
  const years = [
    ...releases.filter((release) => release.townId === townId).map(({ year }) => year),
    ...live.filter((entry) => entry.townId === townId).map(({ wave }) => wave.referenceYear),
  ];
  return [...new Set(years)].sort((a, b) => b - a);
}
