import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { aWave } from '../../../test/support/resultsScenario.js';
import { loadDefinitions } from '../../definitions/index.js';
import type { Wave } from '../../fieldwork/index.js';
import { isCounted, scoreWavesOf, servesScores, type Serves, type WaveChoice } from './scoreWaves.js';

const definitions = loadDefinitions(fileURLToPath(new URL('../../..', import.meta.url)));
const residents = definitions.definition('residents', 1);

const place = { townId: 'zhezkazgan', year: 2019 };

async function chosen(waves: Wave[], choice: WaveChoice = {}, serves: Serves = isCounted): Promise<string | null | undefined> {
  const listWaves = (): Promise<Wave[]> => Promise.resolve(waves);
  const found = await scoreWavesOf({ listWaves }, place, { choice, serves });
  const residents = found.find(({ population }) => population === 'residents');
  return residents?.chosen?.slug ?? null;
}

describe('the wave that a score uses', () => {
  it('is the only one of its population with the reference year', async () => {
    expect(await chosen([aWave()])).toBe('residents-2019');
  });

  it('is nobody’s guess while several serve the year', async () => {
    const waves = [aWave(), aWave({ slug: 'residents-2019-autumn' })];
    expect(await chosen(waves)).toBeNull();
    expect(await chosen(waves, { residents: 'residents-2019-autumn' })).toBe('residents-2019-autumn');
  });

  it('is never one whose questionnaire feeds no method, so that it cannot stand in the way either', async () => {
    const waves = [aWave(), aWave({ slug: 'streets', definitionId: 'streets' })];
    const { indicators } = residents;
    const streets = { ...residents, indicators: indicators.map((indicator) => ({ ...indicator, id: `own_${indicator.id}` })) };
    const serves = servesScores({ all: [definitions.method('zhezkazgan-2020')] }, ({ definitionId }) =>
      definitionId === 'residents' ? residents : streets,
    );
    expect(await chosen(waves, {}, serves)).toBe('residents-2019');
  });

  it('is never a pilot and never one that is only planned', async () => {
    expect(await chosen([aWave({ pilot: true }), aWave({ slug: 'plan', state: 'planned' })])).toBeNull();
    expect(await chosen([aWave({ pilot: true })], { residents: 'residents-2019' })).toBeNull();
  });
});
