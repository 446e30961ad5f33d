import { describe, expect, test } from 'vitest';
import { loadDefinitions } from '../../definitions/index.js';
import { agreementOf } from './agreement.js';
import { inOrder, placesOf, type ComparedTown } from './comparedTowns.js';
import { placeInBands } from './profileChart.js';
import { publishedPicture } from './published.js';
import { computedFigure } from './scenarioPicture.js';

const definitions = loadDefinitions(process.cwd());
const method = definitions.scenarioMethod('m25-scenario', 1);
const printed = definitions.publishedScenarios.towns;
const towns = printed.map((town): ComparedTown => {
  return { townId: town.town, name: town.town, synthetic: false, href: '', picture: publishedPicture(town, method) };
});

describe('towns in their order', () => {
  test('equal values share the places that they take', () => {
    expect(placesOf([5, undefined, 7, 5, 1])).toEqual([
      { first: 2, last: 3 },
      null,
      { first: 1, last: 1 },
      { first: 2, last: 3 },
      { first: 4, last: 4 },
    ]);
  });

  test('stand by an indicator, by the share of a scenario, or by what leads in the order of the scenarios', () => {
    const order = (by: string) => inOrder(towns, by, method).map(({ townId }) => townId);
    expect(order('mono-profile')).toEqual(['karazhal', 'balkhash', 'temirtau']);
    expect(order('diversification')).toEqual(['temirtau', 'balkhash', 'karazhal']);
    expect(order('leading')).toEqual(['karazhal', 'temirtau', 'balkhash']);
  });

  test('are drawn between the bands of an indicator, which are equally wide', () => {
    const [monoProfile] = method.indicators;
    if (!monoProfile) throw new Error('the method has no indicators');
    expect([0, 35, 52.5, 85, 100].map((value) => Math.round(placeInBands(monoProfile, value)))).toEqual([0, 33, 50, 83, 100]);
  });
});

test('a printed indicator agrees with the recomputed one if that rounds to it or is cut off to it, and its band weighs more', () => {
  const agreements = printed.map((town, at) =>
    town.figures.map((figure) => {
      const computed = towns[at] && computedFigure(towns[at].picture, figure.indicator);
      return computed ? agreementOf(figure, computed) : 'missing';
    }),
  );
  expect(agreements).toEqual([
    ['value', 'cut', 'agrees', 'cut', 'cut', 'band', 'agrees', 'agrees'],
    ['cut', 'agrees', 'agrees', 'agrees', 'cut', 'band', 'agrees', 'agrees'],
    ['agrees', 'agrees', 'value', 'band', 'agrees', 'value', 'agrees', 'agrees'],
  ]);
});
