import { describe, expect, it } from 'vitest';
import { residents } from '../../../../test/definitions/builtIn.js';
import { importLimeSurvey } from './importLimeSurvey.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const faultOf = (bytes: Uint8Array | string): unknown => {
  const result = importLimeSurvey(typeof bytes === 'string' ? bytesOf(bytes) : bytes, {
    population: 'residents',
    model: residents,
  });
  return 'faults' in result ? result.faults.map(({ kind }) => kind).join() : 'carried';
};

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const document = (inside: string, kind = 'Survey'): string =>
  `${HEAD}<document><LimeSurveyDocType>${kind}</LimeSurveyDocType>${inside}</document>`;
const table = (name: string, ...rows: string[]): string =>
  `<${name}><rows>${rows.map((row) => `<row>${row}</row>`).join('')}</rows></${name}>`;
const SURVEY = table('surveys', '<sid>1</sid><language>ru</language>');
const question = (at: number, type = 'S'): string => `<qid>${at}</qid><gid>1</gid><type>${type}</type><title>q</title>`;
const many = (n: number, row: (at: number) => string): string[] => Array.from({ length: n }, (_, at) => row(at));

describe('a file that is no survey', () => {
  it.each<[string, string, string]>([
    ['nothing', ' ', 'json_empty'],
    ['words', 'Dear colleagues', 'lss_not_xml'],
    ['a page', '<html><body><p>Hello<br></p></body></html>', 'lss_not_xml'],
    ['another XML file', '<xml><a>1</a></xml>', 'lss_not_a_survey'],
    ['half a file', document(SURVEY).slice(0, -20), 'lss_not_xml'],
    ['a file with crossed elements', document('<a><b></a></b>'), 'lss_not_xml'],
    ['an exported group', document('', 'Group'), 'lss_part_only'],
    ['an exported question', document('', 'Question'), 'lss_part_only'],
    ['answers to a survey', document('', 'Responses'), 'lss_not_a_survey'],
    ['a survey without questions', document(SURVEY), 'lss_no_questions'],
    [
      'a survey in German',
      document(table('surveys', '<language>de</language>') + table('questions', question(1))),
      'lss_no_language',
    ],
    ['an element named like a prototype', document('<__proto__><a>1</a></__proto__>'), 'lss_not_a_survey'],
  ])('is called what it is: %s', (_name, text, kind) => {
    expect(faultOf(text)).toBe(kind);
  });

  it('is named by its encoding', () => {
    const text = document(SURVEY).replace('UTF-8', 'windows-1251');
    expect(faultOf(text)).toBe('json_encoding');
    expect(faultOf(Buffer.concat([Buffer.from(text), Buffer.from([0xcf, 0xf0])]))).toBe('json_encoding');
    expect(faultOf(Buffer.from(`\ufeff${document(SURVEY)}`, 'utf16le'))).toBe('json_encoding');
    expect(importLimeSurvey(bytesOf(text), { population: 'residents', model: residents })).toMatchObject({
      faults: [{ values: { encoding: 'windows-1251' } }],
    });
  });

  it('with a byte order mark is a survey like any other', () => {
    expect(faultOf(`\ufeff${document(SURVEY + table('questions', question(1)))}`)).toBe('carried');
  });
});

describe('a hostile file', () => {
  /** Generous for a loaded machine: alone each takes less than a second; what grows with the square takes minutes. */
  const SOON_MS = 10_000;
  const LAUGHS = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  it.each<[string, () => string, string]>([
    ['entities inside entities', () => HEAD + LAUGHS + document('&b;').replace(HEAD, ''), 'lss_doctype'],
    [
      'an entity that is a file',
      () => `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><document>&a;</document>`,
      'lss_doctype',
    ],
    ['a document type inside', () => document('<a/><!DOCTYPE a><b/>'), 'lss_doctype'],
    ['elements inside elements', () => document('<a>'.repeat(500_000)), 'json_nested'],
    ['more elements than a survey has', () => document('<a/>'.repeat(1_200_000)), 'lss_too_many_elements'],
    ['brackets', () => '<'.repeat(4_900_000), 'lss_not_xml'],
    ['text without end', () => `<document>${'<![CDATA['.repeat(500_000)}`, 'lss_not_xml'],
    ['a name without end', () => `<${'x'.repeat(4_900_000)}`, 'lss_not_xml'],
    [
      'ten thousand questions',
      () => document(SURVEY + table('questions', ...many(10_000, (at) => question(at)))),
      'json_too_many_items',
    ],
    [
      'ten thousand rows of one array',
      () =>
        document(
          SURVEY +
            table('questions', question(1, 'F')) +
            table('subquestions', ...many(10_000, (at) => `<qid>1${at}</qid><parent_qid>1</parent_qid><title>x</title>`)),
        ),
      'json_too_many_items',
    ],
    [
      'twenty thousand answers',
      () =>
        document(
          SURVEY +
            table('questions', question(1, 'L')) +
            table('answers', ...many(20_000, (at) => `<qid>1</qid><code>${at}</code>`)),
        ),
      'json_too_many_options',
    ],
  ])('is refused quickly: %s', (_name, make, kind) => {
    const bytes = bytesOf(make());
    const begun = performance.now();
    expect(faultOf(bytes)).toBe(kind);
    expect(performance.now() - begun).toBeLessThan(SOON_MS);
  });

  it('may repeat one code a thousand times, and say a thousand things that cannot be carried', () => {
    const rows = many(
      990,
      (at) => `${question(at)}<relevance>never(${at})</relevance><question>{x${at}}</question><language>ru</language>`,
    );
    const begun = performance.now();
    const result = importLimeSurvey(bytesOf(document(SURVEY + table('questions', ...rows))), {
      population: 'residents',
      model: residents,
    });
    expect(performance.now() - begun).toBeLessThan(SOON_MS);
    expect('notCarried' in result && result.notCarried).toHaveLength(2 * 990);
  });
});
