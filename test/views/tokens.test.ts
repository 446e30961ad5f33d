import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../views/assets/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function coloursIn(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}
const themes = { light: coloursIn(light), dark: coloursIn(dark) };

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ['ground', 'surface', 'sunken'];
const TEXTS = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', 'error', 'good', 'ochre'];
const MARKS = ['control', 'focus', 'residents', 'researchers', 'data-a', 'data-b', 'data-c', 'data-d', 'data-muted'];
const PAIRS = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-error', 'error'],
  ['ink', 'accent-soft'],
  ['ink', 'ochre-soft'],
  ['ochre', 'ochre-soft'],
  ['good', 'good-soft'],
  ['error', 'error-soft'],
  ['accent', 'accent-soft'],
] as const;

describe.each(Object.entries(themes))('the colours of the %s theme', (_name, colours) => {
  const pair = (a: string, b: string) => contrast(colours[a] ?? '', colours[b] ?? '');

  it.each(TEXTS)('keep text readable: %s on every ground, 4.5 to 1', (text) => {
    for (const ground of GROUNDS) expect(pair(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PAIRS)('keep %s readable on %s', (text, ground) => {
    expect(pair(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('keep edges and marks visible: %s on every ground, 3 to 1', (mark) => {
    for (const ground of GROUNDS) expect(pair(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});

it('give every colour a dark counterpart', () => {
  expect(Object.keys(themes.dark).toSorted()).toEqual(Object.keys(themes.light).toSorted());
});
