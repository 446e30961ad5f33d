import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completeMethod, inputsOf } from '../../test/support/comparedTown.js';
import { townScoreFrom } from '../scores/townScore.js';
import type { Aggregation } from '../../survey-definitions/contract/index.js';
import { drawableTownFrom } from './drawableTown.js';
import { climb, drawTreeOf } from './drawTree.js';
import { nominalDraw } from './modelDraw.js';
import { modelScoresOf } from './modelScores.js';
import { scoreModelFrom } from './scoreModel.js';

const METHOD = completeMethod();

it('gives an undisturbed draw the score of the town', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 27, maxLength: 27 }), (levels) => {
      const codes = METHOD.indicators.map(({ code }) => code);
      const score = townScoreFrom(
        METHOD,
        inputsOf(METHOD, (code) => levels[codes.indexOf(code)] ?? 0, 1),
      );
      const tree = drawTreeOf(score, METHOD.floor);
      const scores = new Float64Array(tree.codes.length + tree.nodes.length);
      scores.set(score.indicators.map((indicator) => (indicator.state === 'scored' ? indicator.score : Number.NaN)));
      climb(tree, scores);
      const expected = [...score.blocks, ...score.subIndices, score.integral].map((node) =>
        node.state === 'scored' ? (expect.closeTo(node.score, 10) as number) : null,
      );
      expect([...scores.subarray(tree.codes.length)]).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

it.each<Aggregation>(['arithmetic', 'geometric', 'harmonic', { positions: [0.2, 0.3, 0.5] }])(
  'gives the draw of nothing the score of the town, with the mean %j everywhere',
  (aggregation) => {
    const method = {
      ...METHOD,
      blocks: METHOD.blocks.map((block) => ({ ...block, aggregation })),
      subIndices: METHOD.subIndices.map((subIndex) => ({ ...subIndex, aggregation })),
    };
    const inputs = inputsOf(method, (code) => (code.startsWith('A') ? 0.5 : 30 + code.length + code.charCodeAt(1)), 2);
    const score = townScoreFrom(method, inputs);
    const town = drawableTownFrom(method, score, inputs.covariance);
    if (town === null || score.integral.state === 'missing') throw new Error('no score');
    const model = scoreModelFrom(method, score, [town]);
    expect(modelScoresOf(model)(nominalDraw(model))[0]?.at(-1)).toBeCloseTo(score.integral.score, 9);
  },
);
