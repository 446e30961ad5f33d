import { describe, expect, it } from 'vitest';
import { covarianceFrom, independentCovariance, selectedCovariance } from './covariance.js';

describe('covariances', () => {
  it('are the dot products of residuals', () => {
    expect(covarianceFrom({ C1: Float64Array.of(3, 4), C2: Float64Array.of(1, 0) })).toEqual({
      keys: ['C1', 'C2'],
      values: [
        [25, 3],
        [3, 1],
      ],
    });
  });

  it('are 0 between independent samples', () => {
    const residents = {
      keys: ['C1', 'C3'],
      values: [
        [4, 1],
        [1, 5],
      ],
    };
    const researchers = { keys: ['C2'], values: [[9]] };
    expect(independentCovariance([residents, researchers])).toEqual({
      keys: ['C1', 'C3', 'C2'],
      values: [
        [4, 1, 0],
        [1, 5, 0],
        [0, 0, 9],
      ],
    });
  });

  it('of some figures in other units are multiplied by both factors', () => {
    const covariance = {
      keys: ['C2', 'D4', 'B4'],
      values: [
        [4, 1, 20],
        [1, 5, 10],
        [20, 10, 100],
      ],
    };
    expect(selectedCovariance(covariance, ['B4', 'C2', 'D9'], { B4: 0.1 })).toEqual({
      keys: ['B4', 'C2'],
      values: [
        [expect.closeTo(1, 12), 2],
        [2, 4],
      ],
    });
  });
});
