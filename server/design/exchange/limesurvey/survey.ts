import { questionsFrom, type LssQuestion } from './questions.js';
import type { LssRow, LssTables } from './readLss.js';
import { distinct, grouped, inOrder, wordingIn, type Wording } from './rows.js';

/** A survey of LimeSurvey as its structure file describes it. */
export interface LssSurvey {
  id: string;
  /** LimeSurvey's codes, the base language first. */
  languages: string[];
  title: Wording;
  welcome: Wording;
  policy: Wording;
  end: Wording;
  groups: LssGroup[];
  /** Things that are neither questions nor answers, and how many of them there are. */
  extras: { quotas: number; assessments: number; defaultValues: number; oldConditions: number };
}

export interface LssGroup {
  id: string;
  name: Wording;
  description: Wording;
  relevance: string;
  /** Groups that LimeSurvey shows in a random order. */
  isRandomised: boolean;
  questions: LssQuestion[];
}

export function surveyFrom(tables: LssTables): LssSurvey {
  const survey = tables('surveys')[0] ?? {};
  const settings = tables('surveys_languagesettings');
  const setting = (column: string): Wording => wordingIn(settings, column, 'surveyls_language');
  const base = survey.language ?? settings[0]?.surveyls_language ?? '';
  const others = (survey.additional_languages ?? '').split(/\s+/).filter((code) => code !== '');
  return {
    id: survey.sid ?? '',
    languages: [...new Set([base, ...others])],
    title: setting('surveyls_title'),
    welcome: setting('surveyls_welcometext'),
    policy: setting('surveyls_policy_notice'),
    end: setting('surveyls_endtext'),
    groups: groupsFrom(tables),
    extras: {
      quotas: tables('quota').length,
      assessments: tables('assessments').length,
      defaultValues: tables('defaultvalues').length,
      // Later surveys keep the table beside the relevance equations that were made from it.
      oldConditions: tables('questions').some((row) => row.relevance !== undefined) ? 0 : tables('conditions').length,
    },
  };
}

function groupsFrom(tables: LssTables): LssGroup[] {
  const texts = grouped([...tables('groups'), ...tables('group_l10ns')], 'gid');
  const questions = grouped(questionsFrom(tables), 'groupId');
  const listed = inOrder(distinct(tables('groups'), 'gid'), 'group_order');
  const known = new Set(listed.map(({ gid }) => gid));
  const unlisted = [...questions.keys()].filter((gid) => !known.has(gid)).map((gid): LssRow => ({ gid }));
  return [...listed, ...unlisted].map((row) => {
    const { gid: id = '' } = row;
    return {
      id,
      name: wordingIn(texts.get(id) ?? [], 'group_name'),
      description: wordingIn(texts.get(id) ?? [], 'description'),
      relevance: row.grelevance ?? '',
      isRandomised: (row.randomization_group ?? '').trim() !== '',
      questions: questions.get(id) ?? [],
    };
  });
}
