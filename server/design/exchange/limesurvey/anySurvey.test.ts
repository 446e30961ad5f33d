import fc from 'fast-check';
import { expect, it } from 'vitest';
import { residents } from '../../../../test/definitions/builtIn.js';
import { crossReferenceFaults, parseDraft } from '../../../../survey-definitions/contract/index.js';
import { noteInWords } from '../importNotes.viewModels.js';
import { importLimeSurvey } from './importLimeSurvey.js';

type Row = Record<string, string | number>;

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const table = (name: string, rows: Row[]): string => {
  const cells = (row: Row) => Object.entries(row).map(([column, value]) => `<${column}>${cdata(String(value))}</${column}>`);
  return `<${name}><rows>${rows.map((row) => `<row>${cells(row).join('')}</row>`).join('')}</rows></${name}>`;
};

const codes = ['Q1', 'q1', 'A1', 'A2', '1', '2', '10', 'yes', '', 'consent', 'Ж', 'x'.repeat(60), '-oth-', '99999', '007'];
const TYPES = 'L ! O M P R Y G 5 F H A B C E N K S T U Q D X * | I 1 : ; ?'.split(' ');
const code = fc.constantFrom(...codes);
const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('', '<p>One</p><p>Two?</p>', '{minutes}', '{{x}} $t(a)', 'a|b'),
);
const name = fc.tuple(code, fc.constantFrom('', '_A1', '_yes', '.NAOK')).map((parts) => parts.join(''));
const comparison = fc
  .tuple(name, fc.constantFrom('==', '!=', '<', '>=', ' eq '), fc.constantFrom('"1"', '"A1"', '""', '5', '"Y"', '-1'))
  .map((parts) => parts.join(''));
const relevance = fc.oneof(
  fc.constantFrom('', '1', '0', '!is_empty(Q1)', 'is_empty(A1.NAOK)', '(('),
  comparison,
  fc.tuple(comparison, fc.constantFrom(' and ', ' || '), comparison).map((parts) => parts.join('')),
);
const attribute = fc.record({
  attribute: fc.constantFrom(
    ...['num_value_int_only', 'min_num_value_n', 'max_num_value_n', 'maximum_chars', 'max_answers', 'date_min', 'date_max'],
    ...['other_replace_text', 'random_order', 'hidden', 'preg'],
  ),
  value: fc.constantFrom('', '1', '0', '5', '-3', '1e300', '2020-02-31', '2020-02-28', '1999', 'now', '{Q1}'),
});
const question = fc.record({
  type: fc.constantFrom(...TYPES),
  title: code,
  question: words,
  help: words,
  other: fc.constantFrom('Y', 'N'),
  mandatory: fc.constantFrom('Y', 'N', 'S'),
  relevance,
  parts: fc.array(fc.record({ title: code, question: words, relevance }), { maxLength: 4 }),
  answers: fc.array(fc.record({ code, answer: words, scale_id: fc.constantFrom(0, 0, 0, 1) }), { maxLength: 4 }),
  attributes: fc.array(attribute, { maxLength: 4 }),
});

/** A file of one group with these questions, in the layout of version 3. */
const survey = fc.array(question, { minLength: 1, maxLength: 8 }).map((questions) => {
  const language = 'ru';
  const numbered = questions.map((each, at) => ({ ...each, qid: at + 1 }));
  const rows = numbered.map(({ qid, type, title, question: text, help, other, mandatory, relevance: when }) => ({
    ...{ qid, gid: 1, question_order: qid, language, type, title, question: text, help, other, mandatory },
    relevance: when,
  }));
  const parts = numbered.flatMap(({ qid, parts: list }) =>
    list.map((part, at) => ({ ...part, qid: qid * 100 + at, parent_qid: qid, question_order: at, language, scale_id: 0 })),
  );
  const answers = numbered.flatMap(({ qid, answers: list }) =>
    list.map((answer, at) => ({ ...answer, qid, sortorder: at, language })),
  );
  const attributes = numbered.flatMap(({ qid, attributes: list }) => list.map((each) => ({ ...each, qid })));
  const tables = [
    table('surveys', [{ sid: 7, language }]),
    table('groups', [{ gid: 1, group_name: 'Group', language }]),
    table('questions', rows),
    table('subquestions', parts),
    table('answers', answers),
    table('question_attributes', attributes),
  ];
  return `<document><LimeSurveyDocType>Survey</LimeSurveyDocType>${tables.join('')}</document>`;
});

/** What a designer has to settle anyway: odd bounds, empty lists, places that nothing fills. */
const LEFT_TO_THE_DESIGNER = /placeholder|smallest value|more choices are allowed than/;

it('any survey becomes a draft in which all references fit, and everything left out can be said', () => {
  fc.assert(
    fc.property(survey, (text) => {
      const result = importLimeSurvey(new TextEncoder().encode(text), { population: 'residents', model: residents });
      if ('faults' in result) throw new Error(JSON.stringify(result.faults));
      const { definition, notCarried } = result;
      expect(parseDraft(definition)).toEqual(definition);
      const faults = crossReferenceFaults(definition).filter(({ message }) => !LEFT_TO_THE_DESIGNER.test(message));
      expect(faults).toEqual([]);
      for (const note of notCarried) expect(noteInWords(note, 'kk')).not.toBe('');
    }),
    { numRuns: 150 },
  );
});
