import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** Opens a page in every language: it answers, has one heading, fits the screen, and axe finds nothing grave on it. */
export async function expectReadableByEverybody(page: Page, address: string, status = 200): Promise<void> {
  for (const language of ['kk', 'ru', 'en']) {
    const response = await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
    expect(response?.status(), address).toBe(status);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('h1').count(), `one heading on ${address}`).toBe(1);
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
      `${address} in ${language} is too wide`,
    ).toBeLessThanOrEqual(0);
  }
  await page.evaluate(axeSource);
  const findings = await page.evaluate<Finding[]>('axe.run().then(({ violations }) => violations)');
  const grave = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${wordsOf(nodes).slice(0, 300)}`)).toEqual([]);
}

function wordsOf(nodes: Finding['nodes']): string {
  return nodes.map(({ html }) => html).join(' ');
}
