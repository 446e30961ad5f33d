import { expect, test } from 'vitest';
import { analysisPopulationsOf } from '../../survey-definitions/contract/index.js';
import { researchers, residents } from './builtIn.js';
import { researcher, resident } from './people.js';

test('a resident counts in the headline; in the comparison only without research or university teaching', () => {
  expect(analysisPopulationsOf(residents, resident())).toEqual(['headline', 'comparison']);
  expect(analysisPopulationsOf(residents, resident({ s_research_work: 1 }))).toEqual(['headline']);
});

test('who has not told whether they do research is on neither side of the comparison', () => {
  expect(analysisPopulationsOf(residents, { consent: 1, age_group: 2, s_resident: 1 })).toEqual(['headline']);
});

test('researchers count in the headline whether research is their main work or one of several', () => {
  for (const role of [1, 2])
    expect(analysisPopulationsOf(researchers, researcher({ s_research_role: role }))).toEqual(['headline', 'headline_living']);
});

test('commuters count in the headline but not among those who live in the town', () => {
  expect(analysisPopulationsOf(researchers, researcher({ s_resident: 0 }))).toEqual(['headline']);
});

test('degree holders without research are a population of their own, never mixed into the headline', () => {
  expect(analysisPopulationsOf(researchers, researcher({ s_research_role: 3 }))).toEqual(['degree_holders']);
});

test('nobody without consent, under age or from elsewhere counts anywhere', () => {
  expect(analysisPopulationsOf(residents, resident({ consent: 0 }))).toEqual([]);
  expect(analysisPopulationsOf(residents, resident({ age_group: 0 }))).toEqual([]);
  expect(analysisPopulationsOf(residents, resident({ s_resident: 0 }))).toEqual([]);
  expect(analysisPopulationsOf(researchers, researcher({ s_town_work: 0 }))).toEqual([]);
});
