import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDraft } from '../definitions/arbitraryDrafts.js';
import { BUILT_IN } from '../definitions/builtIn.js';
import { everyItemType } from '../support/everyItemType.js';
import { createPreview } from '../../server/respond/preview/preview.routes.js';
import {
  LANGUAGES,
  optionsOf,
  pagesOf,
  partsOf,
  questionsInOrder,
  textsOf,
  unansweredQuestions,
  type Definition,
} from '../../survey-definitions/contract/index.js';
import { completedForShowing } from '../../server/design/preview/completedForShowing.js';
import { buildPathPage } from '../../server/design/preview/path/pathPage.viewModels.js';
import { sampleAnswers } from '../../server/design/preview/sampleAnswers.js';
import { startingPoints } from '../../server/design/preview/startingPoints.js';

const preview = createPreview({ definitions: BUILT_IN, draftDays: 30, clock: () => new Date('2026-06-15') });

describe('a draft completed for showing', () => {
  it('stays as it is when it is finished', () => {
    for (const definition of [...BUILT_IN.definitions, everyItemType()])
      expect(completedForShowing(definition)).toEqual(definition);
  });

  it('marks a text that is missing in a language, beside the text of another', () => {
    const draft = { ...everyItemType(), title: { kk: '', ru: 'Молодёжь', en: ' ' }, thanks: { kk: '', ru: '', en: '' } };
    const { title, thanks } = completedForShowing(draft);
    expect(title).toEqual({ kk: '‹қазақшасы әлі жоқ: Молодёжь›', ru: 'Молодёжь', en: '‹not in English yet: Молодёжь›' });
    expect(thanks.en).toBe('‹no English text yet›');
  });

  it('offers an answer where a list has none or is missing, so that one can walk on', () => {
    const whole = everyItemType();
    const draft = { ...whole, scales: whole.scales.map((scale) => ({ ...scale, options: [] })), lists: whole.lists.slice(1) };
    const shown = completedForShowing(draft);
    for (const item of questionsInOrder(shown))
      if ('list' in item || 'scale' in item) expect(optionsOf(shown, item).length, item.id).toBeGreaterThan(0);
    expect(unansweredQuestions(shown, sampleAnswers(shown))).toEqual([]);
  });

  it('never asks an item whose condition looks at a later one or in a circle', () => {
    const [section] = everyItemType().sections;
    const items = (section?.items ?? []).map((item) =>
      item.id === 'way'
        ? { ...item, when: { item: 'opinion', op: '==' as const, value: 1 } }
        : item.id === 'opinion'
          ? { ...item, when: { item: 'way', op: '==' as const, value: 1 } }
          : item,
    );
    const shown = completedForShowing({ ...everyItemType(), sections: section ? [{ ...section, items }] : [] });
    const answers = sampleAnswers(shown, { way: 1, opinion: 1 });
    expect(Object.keys(answers)).not.toContain('way');
    expect(Object.keys(answers)).not.toContain('opinion');
    expect(partsOf(shown, {})).toHaveLength(1);
  });

  it('can be shown in every stage of work: no text is empty, every page can be answered, the path can be drawn', () => {
    fc.assert(
      fc.property(arbitraryDraft, fc.constantFrom(...LANGUAGES), (written, language) => {
        const shown = completedForShowing(written);
        for (const { key, text } of textsOf(shown)) expect(text[language].trim(), key).not.toBe('');
        startingPoints(shown);
        pagesOf(shown, sampleAnswers(shown));
        drawPath(written, shown, language);
      }),
      { numRuns: 150 },
    );
  });
});

function drawPath(written: Definition, shown: Definition, language: (typeof LANGUAGES)[number]): void {
  const subject = { written, shown, draft: null, address: '/design/x/draft/preview' };
  for (const fields of [{}, { _rest: 'sample' }]) buildPathPage({ subject, language, preview, fields });
}
