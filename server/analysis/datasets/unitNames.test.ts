import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../definitions/index.js';
import { unitNamesIn } from './unitNames.js';

const { towns } = loadDefinitions(process.cwd());

describe('the units of data', () => {
  it('are towns in a panel of towns and regions in a panel of regions, also where both have the same id', () => {
    const ofTowns = unitNamesIn(towns, { kind: 'panel', csv: 'town,year,x\nabai,2020,1\nbalkhash,2020,1\n' }, 'en');
    expect(['abai', 'balkhash', 'pavlodar', 'elsewhere'].map(ofTowns)).toEqual([
      'Abai',
      'Balkhash',
      'Pavlodar region',
      'elsewhere',
    ]);
    const ofRegions = unitNamesIn(towns, { kind: 'panel', csv: 'town,year,x\nabai,2020,1\nkyzylorda,2020,1\n' }, 'en');
    expect(['abai', 'kyzylorda', 'balkhash'].map(ofRegions)).toEqual(['Abai region', 'Kyzylorda region', 'Balkhash']);
  });

  it('are regions only in a table of sectors', () => {
    const nameOf = unitNamesIn(towns, { kind: 'sectors' }, 'ru');
    expect(['abai', 'astana', 'balkhash'].map(nameOf)).toEqual(['область Абай', 'Астана', 'balkhash']);
  });
});
