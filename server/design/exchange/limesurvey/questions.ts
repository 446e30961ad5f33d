import type { LssRow, LssTables } from './readLss.js';
import { distinct, grouped, inOrder, wordingIn, type Wording } from './rows.js';

export interface LssQuestion {
  id: string;
  groupId: string;
  code: string;
  /** A letter or sign: what kind of question it is. */
  type: string;
  text: Wording;
  help: Wording;
  mandatory: boolean;
  other: boolean;
  relevance: string;
  attributes: ReadonlyMap<string, Wording>;
  subquestions: LssPart[];
  answers: LssPart[];
}

/** A subquestion or an answer. `scale` tells the two axes of a table, or the two scales of an array, apart. */
export interface LssPart {
  id: string;
  code: string;
  scale: string;
  text: Wording;
  relevance: string;
}

/** Brings the rows of questions together. Up to version 3 a row holds one language; later texts stand in tables of their own. */
export function questionsFrom(tables: LssTables): LssQuestion[] {
  const rows = tables('questions').filter((row) => (row.parent_qid ?? '0') === '0');
  const texts = grouped([...tables('questions'), ...tables('subquestions'), ...tables('question_l10ns')], 'qid');
  const subquestions = grouped(tables('subquestions'), 'parent_qid');
  const answers = grouped(tables('answers'), 'qid');
  const answerTexts = grouped(tables('answer_l10ns'), 'aid');
  const attributes = grouped(tables('question_attributes'), 'qid');
  return inOrder(distinct(rows, 'qid'), 'question_order').map((row) => {
    const { qid: id = '' } = row;
    return {
      id,
      groupId: row.gid ?? '',
      code: row.title ?? '',
      type: row.type ?? '',
      text: wordingIn(texts.get(id) ?? [], 'question'),
      help: wordingIn(texts.get(id) ?? [], 'help'),
      mandatory: row.mandatory === 'Y',
      other: row.other === 'Y',
      relevance: row.relevance ?? '',
      attributes: attributesFrom(attributes.get(id) ?? [], row.preg ?? ''),
      subquestions: subquestionsFrom(subquestions.get(id) ?? [], texts),
      answers: answersFrom(answers.get(id) ?? [], answerTexts),
    };
  });
}

function subquestionsFrom(rows: LssRow[], texts: Map<string, LssRow[]>): LssPart[] {
  return inOrder(distinct(rows, 'qid'), 'question_order').map((row) => ({
    id: row.qid ?? '',
    code: row.title ?? '',
    scale: row.scale_id ?? '0',
    text: wordingIn(texts.get(row.qid ?? '') ?? [], 'question'),
    relevance: row.relevance ?? '',
  }));
}

function answersFrom(rows: LssRow[], texts: Map<string, LssRow[]>): LssPart[] {
  const keyed = rows.map((row): LssRow => ({ ...row, key: `${row.scale_id ?? '0'} ${row.code ?? ''}` }));
  const byKey = grouped(keyed, 'key');
  return inOrder(distinct(keyed, 'key'), 'sortorder').map((row) => ({
    id: row.aid ?? '',
    code: row.code ?? '',
    scale: row.scale_id ?? '0',
    text: wordingIn([...(byKey.get(row.key ?? '') ?? []), ...(texts.get(row.aid ?? '') ?? [])], 'answer'),
    relevance: '',
  }));
}

/** `preg`, a pattern that an answer must match, stands among the columns of the question. */
function attributesFrom(rows: LssRow[], preg: string): Map<string, Wording> {
  const named = [...grouped(rows, 'attribute')].map(([name, values]) => [name, wordingIn(values, 'value')] as const);
  return new Map<string, Wording>([...named, ['preg', new Map(preg === '' ? [] : [['', preg]])]]);
}
