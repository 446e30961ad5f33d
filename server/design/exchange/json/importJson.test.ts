import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arbitraryDraft } from '../../../../test/definitions/arbitraryDrafts.js';
import { PROJECT, residents, researchers } from '../../../../test/definitions/builtIn.js';
import { definitionWith, words, yesNo } from '../../../../test/definitions/smallDefinition.js';
import { textsOf, type Definition } from '../../../../survey-definitions/contract/index.js';
import type { TextStatus } from '../../questionnaires/draft.js';
import type { ImportResult } from '../importResult.js';
import { exportJson } from './exportJson.js';
import { importJson } from './importJson.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const importText = (text: string): ImportResult => importJson(bytesOf(text));
const importValue = (value: unknown): ImportResult => importText(JSON.stringify(value));
/** The faults as "place: kind". */
const faultsOf = (result: ImportResult): string[] =>
  'faults' in result ? result.faults.map(({ place, kind }) => `${place.in === 'path' ? place.path : place.in}: ${kind}`) : [];
const changed = (change: (file: { definition: Record<string, unknown> }) => void): ImportResult => {
  const file = JSON.parse(exportJson(definitionWith(), [])) as { definition: Record<string, unknown> };
  change(file);
  return importValue(file);
};

describe('a questionnaire that goes out and comes in again', () => {
  it('is the same, whether built in or unfinished', () => {
    for (const definition of [residents, researchers]) {
      const statuses: TextStatus[] = textsOf(definition).map(({ key }) => ({ key, language: 'kk', status: 'reviewed' }));
      expect(importText(exportJson(definition, statuses))).toEqual({ definition, statuses, notCarried: [] });
    }
    fc.assert(
      fc.property(arbitraryDraft, (definition) => {
        expect(importText(exportJson(definition, []))).toEqual({ definition, statuses: [], notCarried: [] });
      }),
    );
  });

  it('is the same with a byte order mark', () => {
    const result = importText(`\ufeff${exportJson(residents, [])}`);
    expect('definition' in result && result.definition).toEqual(residents);
  });

  it('may be a bare file of survey-definitions', () => {
    const result = importJson(readFileSync(join(PROJECT, 'survey-definitions/residents/v1.json')));
    expect(result).toEqual({ definition: residents, statuses: [], notCarried: [] });
  });
});

describe('a file that does not fit', () => {
  it('is refused with the place of everything that is wrong, and nothing is taken over', () => {
    const result = changed(({ definition }) => {
      definition.version = 1.5;
      definition.colour = 'blue';
      definition.sections = [
        {
          id: 'Part One',
          items: [
            { type: 'grid', id: 'a' },
            { ...yesNo('b'), text: { kk: 'а', ru: 7, en: 'a' } },
          ],
        },
      ];
      delete definition.thanks;
    });
    expect(faultsOf(result).toSorted()).toEqual([
      'definition.sections[0] (Part One).id: json_identifier',
      'definition.sections[0] (Part One).items[0] (a).type: json_unknown_type',
      'definition.sections[0] (Part One).items[1] (b).text.ru: json_expected_text',
      'definition.thanks: json_missing',
      'definition.version: json_expected_whole_number',
      'definition: json_unknown_field',
    ]);
  });

  it('names a condition that is none, and codes out of range', () => {
    const wrong = { item: 'filter', op: '=', value: 1 };
    const scale = { id: 'three', layout: 'list', options: [{ code: -1 }, { code: 20_000 }], topCodes: [] };
    const result = changed(({ definition }) => {
      definition.endings = [{ when: { all: [wrong] }, ending: 'gone' }];
      definition.scales = [scale];
    });
    expect(faultsOf(result)).toEqual([
      'definition.scales[0] (three).options[0].code: json_at_least',
      'definition.scales[0] (three).options[1].code: json_at_most',
      'definition.endings[0].when: json_condition',
      'definition.endings[0].ending: json_one_of',
    ]);
  });

  it('says how many faults are left unsaid', () => {
    const items = Array.from({ length: 50 }, (_, at) => ({ ...yesNo(`i${at}`), list: 7 }));
    const result = changed(({ definition }) => {
      definition.sections = [{ id: 'one', items, randomised: [] }];
    });
    expect(faultsOf(result)).toHaveLength(31);
    expect('faults' in result && result.faults.at(-1)).toMatchObject({ kind: 'json_more_faults', values: { n: 20 } });
  });

  it('may not speak of texts that are not there, nor twice of one', () => {
    const status = { key: 'title', language: 'ru', status: 'reviewed' };
    const result = importValue({
      format: 'aleuet-questionnaire',
      formatVersion: 1,
      definition: definitionWith(),
      translation: [status, { ...status, key: 'item.gone.text' }, status],
    });
    expect(faultsOf(result)).toEqual(['translation[1]: json_no_such_text', 'translation[2]: json_status_twice']);
    expect(
      faultsOf(importValue({ format: 'aleuet-questionnaire', formatVersion: 1, definition: residents, translation: 7 })),
    ).toEqual(['translation: json_expected_list']);
  });

  it.each<[string, string, string]>([
    ['nothing', ' \n', 'json_empty'],
    ['no JSON', 'Dear colleagues', 'json_syntax'],
    ['a comma left out', '{"format": "aleuet-questionnaire",\n "formatVersion": 1\n "definition": {}}', 'json_syntax_line'],
    ['another file', '{"name": "aleuet", "version": "1.0.0"}', 'json_not_a_questionnaire'],
    ['a list', '[1, 2]', 'json_not_a_questionnaire'],
    ['null', 'null', 'json_not_a_questionnaire'],
    ['another format', '{"format": "other", "formatVersion": 1}', 'json_other_format'],
    ['a later format', '{"format": "aleuet-questionnaire", "formatVersion": 2}', 'json_newer'],
    [
      'a hidden prototype',
      '{"format": "aleuet-questionnaire", "formatVersion": 1, "definition": {"__proto__": {"id": "a"}}}',
      'json_reserved_name',
    ],
  ])('is called what it is: %s', (_name, text, kind) => {
    expect(faultsOf(importText(text))).toEqual([`file: ${kind}`]);
  });

  it('is named by its encoding', () => {
    const text = '{"id": "Сұрақ"}';
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text.replace(/[^\0-\x7f]/g, ''), 'utf16le')])
      expect(importJson(bytes)).toMatchObject({ faults: [{ kind: 'json_encoding', values: { encoding: 'UTF-16' } }] });
    expect(importJson(Uint8Array.from([0x22, 0xcf, 0xf0, 0xe8, 0x22]))).toMatchObject({
      faults: [{ kind: 'json_encoding', values: { encoding: 'Windows-1251' } }],
    });
  });
});

describe('a hostile file', () => {
  /** Generous for a loaded machine; alone each takes a few tenths of a second. */
  const SOON_MS = 10_000;
  const hostile: [string, () => string, string][] = [
    ['five million brackets', () => '['.repeat(5_000_000), 'json_nested'],
    [
      'a condition of ten thousand levels',
      () =>
        fileWith({
          endings: [{ when: JSON.parse('{"not":'.repeat(60) + '1' + '}'.repeat(60)) as unknown, ending: 'declined' }],
        }).replace('{"not":', '{"not":'.repeat(10_000)),
      'json_nested',
    ],
    [
      'ten thousand items',
      () =>
        fileWith({ sections: [{ id: 'a', items: Array.from({ length: 10_000 }, (_, at) => yesNo(`i${at}`)), randomised: [] }] }),
      'json_too_many_items',
    ],
    [
      'ten thousand sections',
      () => fileWith({ sections: Array.from({ length: 10_000 }, (_, at) => ({ id: `s${at}`, items: [], randomised: [] })) }),
      'json_too_many_sections',
    ],
    [
      'a list of fifty thousand answers',
      () =>
        fileWith({ lists: [{ id: 'a', options: Array.from({ length: 50_000 }, (_, code) => ({ code, label: words('x') })) }] }),
      'json_too_many_options',
    ],
  ];
  it.each(hostile)('is refused quickly: %s', (_name, make, kind) => {
    const bytes = bytesOf(make());
    const begun = performance.now();
    expect(faultsOf(importJson(bytes))).toEqual([`file: ${kind}`]);
    expect(performance.now() - begun).toBeLessThan(SOON_MS);
  });

  it('with a condition of forty levels is a questionnaire like any other', () => {
    const deep = Array.from({ length: 40 }).reduce<Definition['endings'][number]['when']>((when) => ({ not: when }), {
      item: 'filter',
      op: '==',
      value: 1,
    });
    const definition = definitionWith([], { endings: [{ when: deep, ending: 'declined' }] });
    expect(importText(exportJson(definition, []))).toMatchObject({ definition });
  });

  function fileWith(changes: object): string {
    return JSON.stringify({ ...definitionWith(), ...changes });
  }
});
