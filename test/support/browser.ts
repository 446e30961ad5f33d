import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** CHROMIUM_PATH, else the usual places. */
const executable = process.env.CHROMIUM_PATH ?? USUAL_PLACES.find((place) => existsSync(place));

/** For `describe.skipIf`: without a browser its tests are skipped, unless REQUIRE_BROWSER=1 asks for them. */
export const noBrowser = executable === undefined && process.env.REQUIRE_BROWSER !== '1';

export interface Screen {
  width: number;
  height?: number;
  javaScriptEnabled?: boolean;
  colorScheme?: 'light' | 'dark';
}

export type Browser = BrowserContext & { dispose(): Promise<void> };

/** A fresh Chromium with an empty profile and the screen of a phone or a desk. */
export async function openBrowser({
  width,
  height = 800,
  javaScriptEnabled = true,
  colorScheme = 'light',
}: Screen): Promise<Browser> {
  if (executable === undefined) throw new Error('REQUIRE_BROWSER=1, but no Chromium was found: set CHROMIUM_PATH');
  const profile = await mkdtemp(join(tmpdir(), 'aleuet-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: QUIET,
    viewport: { width, height },
    javaScriptEnabled,
    colorScheme,
    locale: 'kk-KZ',
  });
  return Object.assign(context, {
    dispose: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  });
}

/** Does what leads to another page, and waits until that one is there: what comes next must not overtake it. */
export async function leavingPage(page: Page, act: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await act();
  await loaded;
}
