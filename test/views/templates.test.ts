import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'views');
const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ejs'));

/** Drawings of our own making, whose labels server/http/charts.ts has made harmless. */
const DRAWINGS = '<%- page.chart.narrow %><%- page.chart.wide %>';

describe('the templates', () => {
  it('are found', () => {
    expect(templates.length).toBeGreaterThan(60);
  });

  it.each(templates)('print nothing unescaped but other templates and drawings: %s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8').replace(DRAWINGS, '');
    expect(text.match(/<%-(?! include\()/g)).toBeNull();
    expect(text).not.toMatch(/ style=|<style/);
  });
});
