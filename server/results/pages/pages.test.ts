import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../survey-definitions/contract/index.js';
import { aStudy, aWave, drawnResponses, estimatesFrom, officialFigures } from '../../../test/support/resultsScenario.js';
import { loadDefinitions } from '../../definitions/index.js';
import type { Layout } from '../../http/layout.js';
import { createViewRenderer } from '../../http/views.js';
import type { Language } from '../../i18n/index.js';
import { createActionsOfTown } from '../actions/actionsOfTown.js';
import { createDirectionLinks } from '../actions/directionLinks.service.js';
import { createResultsComputation } from '../computation/computation.js';
import { createScenes } from '../methods/designer/scenes.js';
import { methodRegistryFrom } from '../methods/registry.js';
import { populationReleaseFrom } from '../releases/populationRelease.js';
import { evidenceFrom } from '../scores/scoreEvidence.js';
import { scoreFrom } from '../scores/scoreFrom.js';
import { CLEAR_SHARE, comparisonFrom } from '../towns/comparison.js';
import type { TownPicture } from '../towns/townPicture.js';
import { drawnTownsFrom } from '../uncertainty/drawnTowns.js';
import { buildComparePage } from './comparePage.viewModels.js';
import { buildHomePage } from './homePage.viewModels.js';
import { buildMethodPage } from './methodPage.viewModels.js';
import { buildTownContent } from './townPage.viewModels.js';

const definitions = loadDefinitions(process.cwd());
const methods = methodRegistryFrom(definitions.methods);
const scenes = createScenes({ definitions, methods });
const renderer = createViewRenderer(process.cwd(), false);
const noChanges = { listAll: () => Promise.resolve([]), tryInsert: () => Promise.resolve(false) };
const directionLinks = createDirectionLinks({
  repository: noChanges,
  directions: definitions.directions,
  clock: () => new Date('2019-07-01T08:00:00Z'),
});
const actionsOf = createActionsOfTown({ directionLinks, methods, scenes });
const waves = [
  aWave({ live: true }),
  aWave({ slug: 'researchers-2019', population: 'researchers', definitionId: 'researchers' }),
];

function picture(townId: string, residents: number, researchers: number, kind: TownPicture['kind'] = 'released'): TownPicture {
  const parts = waves.map((wave, at) => {
    const definition = definitions.definition(wave.definitionId, 1);
    const responses = drawnResponses(wave, townId, definition, at === 0 ? residents : researchers, 4);
    const estimates = estimatesFrom(definition, methods.all, responses);
    const study = aStudy({ demonstration: true });
    return populationReleaseFrom({
      wave,
      study,
      definition,
      estimates,
      excludedFlags: [],
      previous: undefined,
      today: '2019-07-01',
    });
  });
  const material = { townId, year: 2019, method: methods.standard, parts, observations: officialFigures() };
  const evidence = evidenceFrom({ ...material, synthetic: 'included', software: 'aleuet 0.1.0' });
  const { content, id } = scoreFrom(methods.standard, evidence);
  const release = { _id: 'r', townId, year: 2019, date: '2019-07-01', number: 1, by: 'somebody', scores: [] };
  return { townId, year: 2019, kind, release, parts, score: content, scoreId: kind === 'live' ? null : id };
}

function layoutIn(language: Language): Layout {
  return {
    language,
    title: 'title',
    siteName: 'Әлеует',
    home: '/',
    skipLabel: 'skip',
    languagesLabel: 'languages',
    languages: [],
    navigationLabel: 'navigation',
    navigation: [],
    footer: [],
    stylesheets: [],
    scripts: [],
    icon: '/assets/mark.svg',
    banner: null,
    csrfToken: '',
    indexed: true,
  };
}

async function townHtml(language: Language, shown: TownPicture): Promise<string> {
  const content = buildTownContent({
    language,
    town: definitions.town(shown.townId),
    picture: shown,
    method: methods.standard,
    years: [2019],
    synthetic: 'included',
    definitionOf: (part) => definitions.definition(part.definitionId, part.definitionVersion),
    waves,
    statistics: definitions.statistics,
  });
  const actions = await actionsOf(shown, language);
  return renderer.toHtml('results/town', { layout: layoutIn(language), ...content, actions });
}

const full = picture('zhezkazgan', 120, 26);

async function compared(pictures: TownPicture[], referenceId: string) {
  const { comparison } = await drawnTownsFrom(createResultsComputation(0), methods.standard, pictures);
  return comparisonFrom(comparison, referenceId);
}

describe.each(LANGUAGES)('the pages in %s', (language) => {
  it('show a town with its number, its range, four blocks and 27 indicators', async () => {
    const html = await townHtml(language, full);
    expect(html.match(/<details class="row/g)).toHaveLength(27);
    expect(html.match(/class="tree-block"/g)).toHaveLength(4);
    expect(html).not.toMatch(/undefined|NaN|\[object|style="|<style|\{[a-z_]+\}/);
  });

  it('name a hidden value as hidden', async () => {
    const html = await townHtml(language, picture('zhezkazgan', 120, 4));
    const hidden = { kk: 'жасырылған', ru: 'скрыто', en: 'hidden' }[language];
    expect(html).toContain(`<b>${hidden}</b>`);
  });

  it('say above the number that a live number moves', async () => {
    const html = await townHtml(language, picture('zhezkazgan', 40, 10, 'live'));
    const live = { kk: 'демо-нұсқа', ru: 'Демонстрация в реальном времени', en: 'Live demonstration' }[language];
    expect(html.indexOf(live)).toBeGreaterThan(0);
    expect(html.indexOf(live)).toBeLessThan(html.indexOf('hero-score'));
  });

  it('list towns, compare them and explain the method without a place number', async () => {
    const pictures = [full, picture('balkhash', 60, 12)];
    const layout = layoutIn(language);
    const home = buildHomePage({ layout, language, towns: definitions.towns, headlines: [], openWaves: waves });
    const comparison = await compared(pictures, 'balkhash');
    const compare = buildComparePage({
      layout,
      language,
      towns: definitions.towns,
      method: methods.standard,
      year: 2019,
      comparison,
      leftOut: [],
      otherVersions: [],
      lineageOf: (townId) => `/towns/${townId}/scores`,
    });
    const method = buildMethodPage({
      ...scenes.of(methods.standard, language),
      layout,
      methods: methods.all,
      versions: methods.versionsOf(methods.standard.id),
      isRetired: false,
      definitions: definitions.definitions,
      importance: { state: 'missing', towns: 0, needed: 10 },
    });
    const pages = [
      await renderer.toHtml('results/home', home),
      await renderer.toHtml('results/compare', compare),
      await renderer.toHtml('results/method', method),
    ];
    for (const html of pages) expect(html).not.toMatch(/undefined|NaN|\[object|style="|<style/);
    expect(comparison?.reference.townId).toBe('balkhash');
    expect(pages[2]?.match(/class="chip is-outline/g)).toHaveLength(2 * 27);
  });
});

describe('the comparison of towns', () => {
  it('tells two towns apart only if one is above the other in nearly all draws', async () => {
    const comparison = await compared([full, picture('balkhash', 60, 12)], 'zhezkazgan');
    for (const { position, shares, townId } of comparison?.towns ?? []) {
      if (townId === 'zhezkazgan') expect(position).toBe('same');
      else expect(position === 'same').toBe(Math.max(shares.above, shares.below) < CLEAR_SHARE);
    }
  });

  it('rests on the indicators that every compared town has', async () => {
    const comparison = await compared([full, picture('balkhash', 60, 4)], 'zhezkazgan');
    expect(comparison?.common).not.toContain('C2');
    expect(comparison?.towns).toHaveLength(2);
  });

  it('needs two towns', async () => {
    expect(await compared([full], 'zhezkazgan')).toBeNull();
  });
});
