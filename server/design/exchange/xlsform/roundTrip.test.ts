import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf, type Definition } from '../../../../survey-definitions/contract/index.js';
import { arbitraryDraft } from '../../../../test/definitions/arbitraryDrafts.js';
import { residents, researchers } from '../../../../test/definitions/builtIn.js';
import { definitionWith } from '../../../../test/definitions/smallDefinition.js';
import { everyItemType } from '../../../../test/support/everyItemType.js';
import type { TextStatus } from '../../questionnaires/draft.js';
import { exportXlsForm } from './exportXlsForm.js';
import { importXlsForm } from './importXlsForm.js';

const importOwn = (bytes: Uint8Array) =>
  importXlsForm(bytes, { language: 'ru', population: 'researchers', model: definitionWith() });

async function outAndIn(definition: Definition, statuses: TextStatus[] = []) {
  return importOwn(await exportXlsForm(definition, statuses));
}

describe('a questionnaire of ours that goes out as XLSForm and comes in again', () => {
  it.each([residents, researchers, everyItemType()])('is the same, statuses included: $id', async (definition) => {
    const statuses: TextStatus[] = textsOf(definition).map(({ key }, at) => ({
      key,
      language: 'kk',
      status: at % 2 === 0 ? 'reviewed' : 'backTranslated',
    }));
    expect(await outAndIn(definition, statuses)).toEqual({ definition, statuses, notCarried: [] });
  });

  it('keeps apart lists and scales that share an id in a draft', async () => {
    const option = (code: number) => ({ code, label: { kk: 'сөз', ru: 'слово', en: 'word' } });
    const scale = (options: ReturnType<typeof option>[]) => ({ id: 'z', layout: 'list' as const, options, topCodes: [] });
    const definition = definitionWith([], {
      lists: [[], [option(0)], [option(1)]].map((options) => ({ id: 'z', options })),
      scales: [scale([]), scale([option(2)])],
    });
    expect(await outAndIn(definition)).toEqual({ definition, statuses: [], notCarried: [] });
  });

  it('is the same however unfinished it is', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDraft, async (definition) => {
        expect(await outAndIn(definition)).toEqual({ definition, statuses: [], notCarried: [] });
      }),
      { numRuns: 150 },
    );
  });
});
