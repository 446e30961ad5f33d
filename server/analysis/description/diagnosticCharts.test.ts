import { describe, expect, it } from 'vitest';
import { influenceOf } from '../../../scoring/index.js';
import { leverageChart, normalQuantileChart, residualChart } from './diagnosticCharts.js';

const variables = { y: [12, 15, 11, 19, 24, 22, 30, 58], x: [1, 2, 3, 4, 5, 6, 7, 20], z: [3, 1, 4, 1, 5, 9, 2, 0] };
const rows = influenceOf({ response: 'y', terms: ['x', 'z'], variables }).map((influence) => ({
  ...influence,
  unit: 'Балхаш',
  year: 2011 + influence.row,
}));
const order = { id: 'chart', language: 'ru' } as const;

describe('pictures of the diagnostics of a regression', () => {
  it('name the rows that stand out by town and year, in the drawing and in words', () => {
    const { wide, narrow, summary } = leverageChart(rows, { ...order, parameters: 3 });
    expect(summary).toMatch(/Самые влиятельные: Балхаш, 2018; Балхаш, 20\d\d; Балхаш, 20\d\d\.$/);
    for (const drawing of [wide, narrow]) expect(drawing).toContain('>Балхаш, 2018<');
    expect(residualChart(rows, order).summary).toContain('Балхаш, 2013');
  });

  it('show the curves of Cook’s distance in the format of the reader', () => {
    expect(leverageChart(rows, { ...order, parameters: 3 }).wide).toContain('>0,5<');
    expect(leverageChart(rows, { ...order, language: 'en', parameters: 3 }).wide).toContain('>0.5<');
  });

  it('leave out a row that has no standardised residual', () => {
    const [first, ...others] = rows;
    if (!first) throw new Error('there are no rows');
    const own = { ...first, unit: 'Риддер', residual: 999, standardised: null, studentised: null, cooksDistance: null };
    expect(residualChart([own, ...others], order).summary).toContain('Риддер');
    expect(normalQuantileChart([own, ...others], order).summary).not.toContain('Риддер');
    expect(leverageChart([own, ...others], { ...order, parameters: 3 }).summary).not.toContain('Риддер');
  });

  it('stay small where rows are many', () => {
    const many = Array.from(
      { length: 3600 },
      (_, at) => ({ ...rows[at % 8], residual: Math.sin(at), fitted: at }) as (typeof rows)[0],
    );
    expect(residualChart(many, order).wide.length).toBeLessThan(150_000);
    const cloud = Array.from({ length: 10 }, () => many).flat();
    expect(residualChart(cloud, order).wide.length).toBeLessThan(1.01 * residualChart(many, order).wide.length);
  });
});
