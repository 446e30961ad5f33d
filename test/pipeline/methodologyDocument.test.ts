import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  gainsFrom,
  impliedWeightsFrom,
  rakedWeights,
  scoreSensitivityFrom,
  weightSummaryFrom,
  welchTest,
} from '../../scoring/index.js';
import type { ScoreContent } from '../../server/results/index.js';
import { inputsFrom } from '../../server/results/scores/scoreFrom.js';
import { SENSITIVITY_RUNS } from '../../server/results/uncertainty/townUncertainty.js';
import { startTestApp, type TestApp } from '../support/testApp.js';

/** What docs/methodology.md says of the demonstration, and the code says of it today. */
let app: TestApp;
let content: ScoreContent;
let text: string;

beforeAll(async () => {
  app = await startTestApp({ environment: { DEMO: '1' } });
  await app.dependencies.operations.prepareDemonstration();
  const found = await app.dependencies.results.findPicture('zhezkazgan');
  if (found === null) throw new Error('the demonstration has no score');
  content = found.picture.score;
  text = readFileSync('docs/methodology.md', 'utf8').replace(/\s+/g, ' ');
}, 60_000);
afterAll(() => app.close());

const said = (sentence: string): void => {
  expect(text).toContain(sentence.replace(/\s+/g, ' '));
};
const shown = (value: number, decimals = 1): string => value.toFixed(decimals).replace(/^-/, '−');
const signed = (value: number, decimals = 1): string => (value > 0 ? '+' : '') + shown(value, decimals);

function scoreOf(code: string): { value: number; score: number } {
  const found = content.result.indicators.find((indicator) => indicator.code === code);
  if (found?.state !== 'scored') throw new Error(`${code} has no score`);
  return found;
}

function nodeOf(id: string): { score: number; samplingError: { state: string }; weights: Record<string, number> } {
  const { result } = content;
  const node = [...result.blocks, ...result.subIndices].find((part) => part.id === id) ?? result.integral;
  if (node.state !== 'scored') throw new Error(`${id} has no score`);
  return node;
}

function figureOf(code: string, population = 'residents') {
  const cell = content.surveys.find((survey) => survey.population === population)?.estimates[code];
  if (cell?.state !== 'published') throw new Error(`${code} is not published`);
  return cell.figure;
}

const method = () => app.dependencies.results.methods.standard;

describe('the worked numbers of docs/methodology.md are those of the code', () => {
  it('weights', () => {
    const categories = Int32Array.from({ length: 100 }, (_, at) => (at < 60 ? 0 : 1));
    const { weights } = rakedWeights(new Float64Array(100).fill(1), [{ categories, totals: [52, 48] }]);
    const summary = weightSummaryFrom(weights);
    said(`a woman ${shown(weights[0] ?? 0, 3)}, a man ${shown(weights[99] ?? 0, 3)}`);
    said(`worth ${shown(summary.effectiveN)} (design effect ${shown(summary.designEffect, 3)})`);
  });

  it('estimate and its interval', () => {
    const { value, standardError, interval, counts } = figureOf('D1');
    if (counts.precision !== 'exact') throw new Error('D1 is published with its n');
    said(`D1 = ${shown(value, 2)}, SE = ${shown(standardError, 3)}, n = ${counts.nValid} of ${counts.nEligible} asked`);
    said(`95 % interval ${shown(interval.lower, 2)}–${shown(interval.upper, 2)}`);
  });

  it('normalisation', () => {
    const { A1, A4, B4 } = { A1: scoreOf('A1'), A4: scoreOf('A4'), B4: scoreOf('B4') };
    said(`100 · ${shown(A1.value, 3)} / 22.8 = **${shown(A1.score)}**`);
    said(`a change of ${shown(A4.value)} %, and 100 · (${shown(A4.value)} + 50) / 100 = **${shown(A4.score)}**`);
    said(`${shown(B4.value, 3)} times the average of the region, score **${shown(B4.score)}**`);
  });

  it('blocks, parts and integral score', () => {
    for (const block of content.result.blocks) {
      const scores = block.present.map((code) => shown(scoreOf(code).score));
      said(`| ${block.id} | ${scores.join(', ')} | ${shown(nodeOf(block.id).score, 2)} |`);
    }
    said(`√(A·B) = ${shown(nodeOf('objective').score, 2)}`);
    said(`√(C·D) = ${shown(nodeOf('subjective').score, 2)}`);
    said(`integral score = **${shown(nodeOf('integral').score, 2)}**`);
    const { integral } = content.result.arithmetic;
    said(`arithmetic means throughout: ${shown(integral.state === 'scored' ? integral.score : Number.NaN, 2)}`);
  });

  it('implied weights', () => {
    const codes = content.result.indicators.flatMap((indicator) => (indicator.state === 'scored' ? [indicator.code] : []));
    const weights = impliedWeightsFrom(method(), codes);
    said(`A1 weighs ${shown(100 * (weights.A1 ?? 0))} %, B1 ${shown(100 * (weights.B1 ?? 0), 2)} %`);
    said(`C1 ${shown(100 * (weights.C1 ?? 0), 2)} %, D1 ${shown(100 * (weights.D1 ?? 0), 2)} %`);
  });

  it('sampling error and draws', () => {
    const { samplingError } = nodeOf('integral') as ReturnType<typeof nodeOf> & {
      samplingError: { standardError: number; interval: { lower: number; upper: number } };
    };
    const { interval } = samplingError;
    said(`standard error ${shown(samplingError.standardError, 2)}, interval ${shown(interval.lower)}–${shown(interval.upper)}`);
    const drawn = content.uncertainty;
    if (drawn?.state !== 'drawn') throw new Error('the score was not drawn');
    const { median, interval: range } = drawn.scores.integral ?? { median: 0, interval: { lower: 0, upper: 0 } };
    said(`median ${shown(median)}, 95 % of the draws between ${shown(range.lower)} and ${shown(range.upper)}`);
    said(`${drawn.draws} draws, seed ${drawn.seed}`);
  });

  it('sensitivity', () => {
    const found = scoreSensitivityFrom(method(), inputsFrom(method(), content), SENSITIVITY_RUNS);
    if (found.state !== 'analysed') throw new Error('the sensitivity was not analysed');
    const shareOf = (group: string): number => found.groups.find((entry) => entry.group === group)?.total.share ?? Number.NaN;
    const percentOf = (group: string): string => `${shown(100 * shareOf(group), 0)} %`;
    said(`leaving one indicator out ${percentOf('omittedIndicator')}, sampling ${percentOf('sampling')}`);
    said(`weights in blocks ${percentOf('weightsInBlocks')}, goalposts ${percentOf('goalposts')}, weights between blocks less`);
    expect(shareOf('weightsBetweenBlocks')).toBeLessThan(shareOf('goalposts'));
  });

  it('change', () => {
    const { standardError } = figureOf('D1');
    const now = { value: 0, standardError, degreesOfFreedom: 400 };
    said(`smallest change that could be told from none is ${shown(welchTest(now, now).smallestDetectable, 2)} points`);
  });

  it('decomposition and what-if', () => {
    const moves = Object.entries(content.contributions?.indicators ?? {});
    const total = moves.reduce((sum, [, points]) => sum + points, 0);
    said(`${moves.length} contributions sum to ${shown(total, 2)} = ${shown(nodeOf('integral').score, 2)} − 50`);
    for (const code of ['B3', 'A4', 'A2']) said(`${code} ${signed(content.contributions?.indicators[code] ?? 0)}`);
    const ranked = gainsFrom(method(), content.result, { kind: 'plus-10' });
    const best = ranked.state === 'ranked' ? ranked.gains[0] : undefined;
    said(`ten points on ${best?.code ?? ''} would raise the score by ${shown(best?.gain ?? 0, 2)}`);
  });
});
