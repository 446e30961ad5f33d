import { describe, expect, it } from 'vitest';
import { townScoreFrom, type ScoreInput } from '../../../scoring/index.js';
import { configFrom } from '../../config.js';
import { loadDefinitions } from '../../definitions/index.js';
import type { TownPicture } from '../../results/index.js';
import { csvFrom } from '../../csv/index.js';
import { dialectOf, fileFormatFrom, type Profile } from '../files/profile.js';
import { scoresTableFrom } from './scoresTable.js';

const method = loadDefinitions(configFrom({}).rootDir).method('zhezkazgan-2020', 1);
const present = (value: number): ScoreInput => ({ state: 'present', value });

/** Block C is complete but for one hidden indicator; the objective half is missing. */
const result = townScoreFrom(method, {
  indicators: {
    A1: present(3.00249),
    C1: present(40.04),
    C2: present(42),
    C3: present(38),
    C4: { state: 'missing', reason: 'suppressed' },
  },
});
const picture: TownPicture = {
  townId: 'zhezkazgan',
  year: 2019,
  kind: 'released',
  release: { _id: 'r', townId: 'zhezkazgan', year: 2019, date: '2019-07-02', number: 1, by: 'somebody', scores: [] },
  parts: [],
  scoreId: 'f00d',
  score: {
    townId: 'zhezkazgan',
    year: 2019,
    method: { id: method.id, version: method.version },
    options: { synthetic: 'included', excludedFlags: [] },
    seed: null,
    software: 'test',
    surveys: [],
    observations: [],
    statistics: [],
    inputs: { real: ['C1', 'C2', 'C3'], synthetic: ['A1'] },
    result,
  },
};

async function linesFor(profile: Profile): Promise<string[]> {
  const words = {
    method,
    townNames: new Map([['zhezkazgan', { kk: 'Жезқазған', ru: 'Жезказган', en: 'Zhezkazgan' }]]),
    indicatorNames: new Map([['C1', { kk: 'Тұрмыс', ru: 'Уровень жизни', en: 'Standard of living' }]]),
  };
  const { lineEnd } = dialectOf(profile);
  let text = '';
  for await (const piece of csvFrom(scoresTableFrom([picture], words, fileFormatFrom(profile, {})), dialectOf(profile)))
    text += piece;
  return text.split(lineEnd);
}

describe('the file of scores', () => {
  it('names whole and parts for programs, says why a part is missing, and hides what is hidden', async () => {
    const lines = await linesFor('machine');
    expect(lines[0]).toBe(
      'town,year,method,method_version,level,id,variant,aggregation,value,score,lower,upper,contribution,flag,reason,released,synthetic,score_id',
    );
    const start = 'zhezkazgan,2019,zhezkazgan-2020,1';
    expect(lines[1]).toBe(`${start},integral,integral,method,,,,,,,m,missing-parts,2019-07-02,synthetic,f00d`);
    expect(lines).toContain(`${start},block,C,method,arithmetic,,40,,,,,,2019-07-02,,f00d`);
    expect(lines).toContain(`${start},indicator,A1,method,,3.002,13.2,,,,,,2019-07-02,synthetic,f00d`);
    expect(lines).toContain(`${start},indicator,C1,method,,40,40,,,,,,2019-07-02,,f00d`);
    expect(lines).toContain(`${start},indicator,C4,method,,,,,,,c,,2019-07-02,,f00d`);
    expect(lines).toContain(`${start},indicator,D1,method,,,,,,,m,no-data,2019-07-02,,f00d`);
  });

  it.each([
    ['excel-kk', 'Жезқазған;2019;zhezkazgan-2020;1;indicator;C1 Тұрмыс;method;;40;40;;;;;;2019-07-02;;f00d'],
    ['excel-ru', 'Жезказган;2019;zhezkazgan-2020;1;indicator;C1 Уровень жизни;method;;40;40;;;;;;2019-07-02;;f00d'],
    ['excel-en', 'Zhezkazgan,2019,zhezkazgan-2020,1,indicator,C1 Standard of living,method,,40,40,,,,,,2019-07-02,,f00d'],
  ] as const)('holds words for %s', async (profile, line) => {
    expect(await linesFor(profile)).toContain(line);
  });
});
