import fc from 'fast-check';
import { parseDraft, type Condition, type Definition, type LocalizedText } from '../../survey-definitions/contract/index.js';
import { definitionWith } from './smallDefinition.js';

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(_[a-z0-9]{1,4})?$/);
const written = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', ' ', 'Сұрақ «ә»?', 'a "b"\n\\c', '\u2028', '{minutes}'),
);
const text: fc.Arbitrary<LocalizedText> = fc.record({ kk: written, ru: written, en: written });
const code = fc.integer({ min: 0, max: 9999 });
const option = fc.record({ code, label: text }).chain((plain) => fc.constantFrom(plain, { ...plain, text: true as const }));

const condition: fc.Arbitrary<Condition> = fc.letrec<{ rule: Condition }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ item: id, op: fc.constantFrom('==', '!=', '<', '<=', '>', '>='), value: fc.nat(50) }),
    fc.record({ item: id, op: fc.constant('in' as const), values: fc.array(fc.integer({ min: -5, max: 9 }), { minLength: 1 }) }),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
})).rule;

const special = fc.subarray([-1, -2, -3] as const).map((codes) => [...codes]);
const day = fc.constantFrom('2020-01-01', '2026-12-31');
const byType = fc.oneof(
  fc.record({ type: fc.constant('single'), special, list: id }),
  fc.record({ type: fc.constant('scale'), special, scale: id }),
  fc.record({ type: fc.constant('multiple'), special, list: id, maxChoices: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ type: fc.constant('ranking'), special, list: id }),
  fc.record({ type: fc.constant('integer'), special, min: fc.nat(9), max: fc.nat(99) }),
  fc.record({ type: fc.constant('decimal'), special, min: fc.nat(9), max: fc.nat(99), decimals: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ type: fc.constant('text'), special, maxLength: fc.integer({ min: 1, max: 5000 }) }),
  fc.record({ type: fc.constant('date'), special, min: day, max: day }, { requiredKeys: ['type', 'special'] }),
  fc.record({ type: fc.constant('note') }),
);
const wording = fc.record(
  {
    id,
    text,
    lead: text,
    hint: text,
    when: condition,
    source: fc.string({ maxLength: 9 }),
    formerIds: fc.array(id, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'text'] },
);
const item = fc.tuple(byType, wording).map(([rest, common]) => ({ ...rest, ...common }));

const parts = fc.record({
  title: text,
  introduction: text,
  consent: fc.array(text, { maxLength: 2 }),
  latinWords: fc.array(fc.string({ maxLength: 5 }), { maxLength: 2 }),
  scales: fc.array(
    fc.record({
      id,
      layout: fc.constantFrom('list', 'steps', 'ladder'),
      options: fc.array(option, { maxLength: 4 }),
      topCodes: fc.array(code, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  lists: fc.array(fc.record({ id, options: fc.array(option, { maxLength: 4 }) }), { maxLength: 2 }),
  sections: fc.array(
    fc.record(
      {
        id,
        title: text,
        hint: text,
        items: fc.array(item, { maxLength: 5 }),
        randomised: fc.array(fc.array(id, { minLength: 2, maxLength: 3 }), { maxLength: 1 }),
      },
      { requiredKeys: ['id', 'items', 'randomised'] },
    ),
    { maxLength: 3 },
  ),
  endings: fc.array(fc.record({ when: condition, ending: fc.constantFrom('declined', 'screenedOut') }), { maxLength: 2 }),
  weightingVariables: fc.array(id, { maxLength: 2 }),
});

/** Drafts in every stage of work: empty texts and lists, conditions of any depth, references that lead nowhere. */
export const arbitraryDraft: fc.Arbitrary<Definition> = parts.map((drawn) => parseDraft(definitionWith([], drawn)));
