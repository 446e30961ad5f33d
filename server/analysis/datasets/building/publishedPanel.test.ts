import { expect, test } from 'vitest';
import type { ScoreContent, TownPicture } from '../../../results/index.js';
import { publishedPanelFrom } from './publishedPanel.js';

const COLUMNS = ['integral', 'block_c', 'c1', 'd1', 'a1', 'b4'].map((id) => ({ id, label: id }));

/** A published score as far as a panel reads it: D1 was suppressed, and nothing above it could be computed. */
function pictureOf(townId: string, year: number, synthetic: string[] = []): TownPicture {
  const scored = (code: string, value: number) => ({ state: 'scored' as const, code, value, score: value, slope: 1 });
  const missing = { state: 'missing' as const };
  const score: unknown = {
    statistics: [
      { code: 'A1', origin: 'official' },
      { code: 'B4', origin: 'survey' },
    ],
    inputs: { synthetic },
    result: {
      integral: { ...missing, reason: 'missing-parts' },
      subIndices: [],
      blocks: [{ id: 'C', state: 'scored', score: 48.123456 }],
      indicators: [
        scored('C1', 44.98765),
        { ...missing, code: 'D1', reason: 'suppressed' },
        scored('A1', 4.473684),
        scored('B4', 1.0456),
      ],
    },
  };
  return { townId, year, score: score as ScoreContent } as TownPicture;
}

test('a panel of published scores has no value where one is hidden, and rounds what rests on answers as public files do', () => {
  const panel = publishedPanelFrom([pictureOf('abai', 2024), pictureOf('abai', 2023)], COLUMNS);
  expect(panel?.content.csv).toBe(
    'town,year,block_c,c1,a1,b4\nabai,2023,48.1,45,4.473684,1.05\nabai,2024,48.1,45,4.473684,1.05\n',
  );
  const leftOut = panel?.content.notes.map(({ code, values }) => [code, values.column]);
  expect(leftOut).toEqual(['integral', 'd1'].map((column) => ['emptyColumn', column]));
  expect(panel?.synthetic).toBe(false);
});

test('it is synthetic as soon as one of its scores is, and is not there without any value', () => {
  expect(publishedPanelFrom([pictureOf('abai', 2024), pictureOf('altai', 2024, ['C1'])], COLUMNS)?.synthetic).toBe(true);
  expect(publishedPanelFrom([pictureOf('abai', 2024)], [{ id: 'd1', label: 'd1' }])).toBeNull();
});
