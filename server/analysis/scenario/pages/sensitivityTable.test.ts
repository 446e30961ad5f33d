import { describe, expect, test } from 'vitest';
import { m25, printedInputsOf } from '../../../../test/support/scenarioTowns.js';
import { scenarioFrom, scenarioSensitivityFrom } from '../../../../scoring/index.js';
import { scenarioPictureFrom } from '../scenarioPicture.js';
import { sensitivityTable } from './sensitivityTable.viewModels.js';

const inputs = printedInputsOf('temirtau');
const picture = scenarioPictureFrom(m25, inputs);
if (picture.state === 'refused') throw picture.error;
const { rows } = sensitivityTable(picture, scenarioSensitivityFrom(m25, inputs), 'en');
const bandsAt = (input: string, value: number) =>
  scenarioFrom(m25, { ...inputs, [input]: value }).figures.map((figure) => (figure.state === 'computed' ? figure.level : null));

describe('the movements that a page names', () => {
  test('stand beside the input that moves', () => {
    expect(rows[0]?.slice(0, 3)).toMatchObject([
      { text: 'Share of the city-forming enterprise in output', note: '82\u00a0%' },
      { text: '–' },
      { text: '–' },
    ]);
    expect(rows[1]?.[2]).toMatchObject({ text: '+2.94', note: 'at 14.94 – TDm: medium' });
  });

  test('are rounded away from the town: at the place that is named the band has changed', () => {
    const named = rows.flatMap((row, at) =>
      [row[1], row[2]].flatMap((cell) => {
        const [, value] = /^(?:at|above|below) (\S+) – /.exec(cell?.note ?? '') ?? [];
        const input = m25.inputs[at];
        return value === undefined || input?.kind === 'flag' ? [] : [{ input: input?.id ?? '', value, note: cell?.note ?? '' }];
      }),
    );
    expect(named.length).toBeGreaterThan(10);
    for (const { input, value, note } of named) {
      const beyond = note.startsWith('below') ? -0.005 : note.startsWith('above') ? 0.005 : 0;
      const there = Number(value.replace('−', '-').replaceAll(',', '')) + beyond;
      expect(bandsAt(input, there), `${input} ${note}`).not.toEqual(bandsAt(input, inputs[input] ?? 0));
    }
  });
});
