import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completeMethod, inputsOf } from '../../test/support/comparedTown.js';
import { townScoreFrom } from '../scores/townScore.js';
import { climb, drawTreeOf } from './drawTree.js';

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
