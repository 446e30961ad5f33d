import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anObservation, officialFigures } from '../../../test/support/resultsScenario.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.js';
import { loadDefinitions } from '../../definitions/index.js';
import { createResultsComputation } from '../computation/computation.js';
import { methodRegistryFrom } from '../methods/registry.js';
import type { ReleaseSummary } from '../releases/release.js';
import { createScoreRepository, type ScoreRepository } from '../scores/score.repository.js';
import type { StoredScore } from '../scores/scoreContent.js';
import { digestOf } from '../scores/scoreFrom.js';
import { createScoring } from '../scores/scoring.js';
import { verifyScores, type ScoreVerification } from './verifyScores.js';

const SOFTWARE = 'aleuet 0.1.0';
const methods = methodRegistryFrom(loadDefinitions(process.cwd()).methods);
const scoring = createScoring({ software: SOFTWARE, computation: createResultsComputation(0) });

let database: TestDatabase;
let scores: ScoreRepository;
let score: StoredScore;

beforeAll(async () => {
  database = await openTestDatabase();
  scores = createScoreRepository(database.connection, () => '2019-07-01');
  score = await scoring.scoreOf({
    townId: 'satpayev',
    year: 2019,
    method: methods.standard,
    parts: [],
    observations: [...officialFigures(), anObservation('b4_income_per_family_member', 2019, 200_000)],
    synthetic: 'included',
  });
});
afterAll(() => database.dispose());

beforeEach(async () => {
  await stored().deleteMany({});
  await scores.save(score);
});

const stored = () => database.connection.collection<{ _id: string; canonical: string }>('scores');
const verify = (releases: Partial<ReleaseSummary>[] = []): Promise<ScoreVerification> =>
  verifyScores({
    scores,
    methods,
    scoring,
    software: SOFTWARE,
    releases: { listAll: () => Promise.resolve(releases as ReleaseSummary[]) },
  });

/** Somebody with the store in his hands who keeps the digest in step with what he writes. */
async function forge(change: (canonical: string) => string): Promise<string> {
  const canonical = change(score.canonical);
  expect(canonical).not.toBe(score.canonical);
  const _id = digestOf(canonical);
  const found = await stored().findOne({ _id: score.id });
  await stored().deleteOne({ _id: score.id });
  await stored().insertOne({ ...found, _id, canonical });
  return _id;
}

describe('verifying stored scores', () => {
  it('finds nothing where every score follows from its inputs', async () => {
    expect(await verify()).toEqual({ scores: 1, differences: [], otherSoftware: [] });
  });

  it('finds a score whose bytes were changed', async () => {
    const canonical = score.canonical.replace('"value":150000', '"value":150001');
    await stored().updateOne({ _id: score.id }, { $set: { canonical } });
    expect((await verify()).differences).toEqual([{ townId: 'satpayev', scoreId: score.id, kind: 'digest-differs' }]);
    await expect(scores.get(score.id)).rejects.toThrow('does not match its digest');
  });

  it('finds a number that was changed together with its digest, and names the part', async () => {
    const scoreId = await forge((canonical) => canonical.replace(/("code":"A1",[^}]*"score":)[\d.]+/, '$199'));
    expect((await verify()).differences).toEqual([
      { townId: 'satpayev', scoreId, kind: 'recomputed-differs', parts: ['result'] },
    ]);
  });

  it('tells scores of another version of the software from faults', async () => {
    await forge((canonical) =>
      canonical.replace(/("code":"A1",[^}]*"score":)[\d.]+/, '$199').replace('"aleuet 0.1.0"', '"aleuet 0.0.9"'),
    );
    const { differences, otherSoftware } = await verify();
    expect(differences).toEqual([]);
    expect(otherSoftware).toMatchObject([{ software: 'aleuet 0.0.9', parts: ['result'] }]);
  });

  it('finds what stands beside a score, unreadable content, unknown methods and scores that are gone', async () => {
    await stored().updateOne({ _id: score.id }, { $set: { townId: 'rudny' } });
    expect((await verify()).differences).toMatchObject([{ kind: 'entry-differs' }]);
    await stored().updateOne({ _id: score.id }, { $set: { townId: 'satpayev', methodVersion: 9 } });
    await forge((canonical) => canonical.replaceAll(/("method":\{"id":"zhezkazgan-2020","version":)1/g, '$19'));
    expect((await verify()).differences).toMatchObject([{ kind: 'no-method' }]);
    await stored().deleteMany({});
    await scores.save(score);
    await forge(() => '{}');
    const gone = { townId: 'satpayev', scores: [{ scoreId: score.id }] } as unknown as ReleaseSummary;
    expect((await verify([gone])).differences.map(({ kind }) => kind)).toEqual(['unreadable', 'released-but-not-stored']);
  });
});

describe('the store of scores', () => {
  it('has no door through which a stored score is written again', async () => {
    expect(await scores.save({ ...score, canonical: '{}' })).toBe(false);
    expect((await scores.get(score.id)).canonical).toBe(score.canonical);
    expect(Object.keys(scores).sort()).toEqual(['get', 'listOfTown', 'save', 'streamAll']);
  });
});
