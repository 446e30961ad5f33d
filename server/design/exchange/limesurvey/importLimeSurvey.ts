import { parseDraft, type Definition } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote, ImportResult } from '../importResult.js';
import { excessOf } from '../questionnaireLimits.js';
import { createAnswerSets } from './answerSets.js';
import { carriedLanguages, isWritten, localized, paragraphsOf, type CarriedLanguages } from './languages.js';
import { noteInsertions } from './leftBehind.js';
import { readLss } from './readLss.js';
import { sectionsFrom } from './sections.js';
import { surveyFrom, type LssSurvey } from './survey.js';

const FILE = { in: 'file' } as const;
/** A longer list is not read to its end. */
const MOST_NOTES = 300;
/** Types whose rows become items of their own. */
const WITH_ROWS = 'ABCEFHKQ';

/**
 * A questionnaire from the structure file of a LimeSurvey survey (versions 3 to 6): groups, questions, answers, texts and
 * simple conditions. `frame` is an empty questionnaire, which gives what LimeSurvey has no word for: the consent question,
 * special answers, closing texts.
 */
export function importLimeSurvey(bytes: Uint8Array, frame: Definition): ImportResult {
  const read = readLss(bytes);
  if ('fault' in read) return { faults: [read.fault] };
  const survey = surveyFrom(read.tables);
  const languages = carriedLanguages(survey.languages);
  const fault = excessOf(countable(survey)) ?? emptinessOf(survey, languages);
  if (fault !== null) return { faults: [fault] };

  const notes = notesOnSurvey(survey, languages);
  const answers = createAnswerSets([...frame.scales, ...frame.lists].map(({ id }) => id));
  const framing = frame.sections.filter(({ items }) => items.length > 0);
  const sections = sectionsFrom(survey, {
    languages,
    answers,
    takenSectionIds: framing.map(({ id }) => id),
    takenItemIds: [...framing.flatMap(({ items }) => items), ...frame.derived].map(({ id }) => id),
    notes,
  });
  const definition = parseDraft({
    ...frame,
    ...framingTexts(survey, languages),
    scales: [...frame.scales, ...answers.scales],
    lists: [...frame.lists, ...answers.lists],
    sections: [...framing, ...sections],
  });
  return { definition, statuses: [], notCarried: shortened(notes) };
}

/** What the survey says around its questions; the texts of the frame stay where it says nothing. */
function framingTexts(survey: LssSurvey, languages: CarriedLanguages): Partial<Definition> {
  const title = localized(survey.title, languages);
  const introduction = localized(survey.welcome, languages);
  const thanks = localized(survey.end, languages);
  const consent = paragraphsOf(survey.policy, languages);
  return {
    ...(isWritten(title) ? { title } : {}),
    ...(isWritten(introduction) ? { introduction } : {}),
    ...(isWritten(thanks) ? { thanks } : {}),
    ...(consent.length > 0 ? { consent } : {}),
  };
}

function countable({ groups }: LssSurvey) {
  const questions = groups.flatMap((group) => group.questions);
  return {
    sections: groups.map((group) => ({
      items: group.questions.flatMap((question): unknown[] => (WITH_ROWS.includes(question.type) ? question.subquestions : [question])),
    })),
    scales: questions.map(({ answers }) => ({ options: answers })),
    lists: questions.map(({ subquestions }) => ({ options: subquestions })),
  };
}

function emptinessOf(survey: LssSurvey, languages: CarriedLanguages): ImportNote | null {
  if (survey.groups.every(({ questions }) => questions.length === 0))
    return { place: FILE, kind: 'lss_no_questions', values: {} };
  if (languages.size > 0) return null;
  return { place: FILE, kind: 'lss_no_language', values: { languages: survey.languages.join(', ').slice(0, 100) } };
}

function notesOnSurvey(survey: LssSurvey, languages: CarriedLanguages): ImportNote[] {
  const notes: ImportNote[] = [];
  const note = (kind: ImportNote['kind'], values: ImportNote['values'] = {}) => notes.push({ place: FILE, kind, values });
  const carried = [...languages.values()];
  const others = survey.languages.filter((code) => !carried.includes(code));
  if (others.length > 0) note('lss_languages', { languages: others.join(', ').slice(0, 100) });
  const { quotas, assessments, defaultValues, oldConditions } = survey.extras;
  if (quotas > 0) note('lss_quotas', { n: quotas });
  if (assessments > 0) note('lss_assessments', { n: assessments });
  if (defaultValues > 0) note('lss_default_values', { n: defaultValues });
  if (oldConditions > 0) note('lss_old_conditions', { n: oldConditions });
  noteInsertions([survey.title, survey.welcome, survey.end, survey.policy], note);
  return notes;
}

function shortened(notes: ImportNote[]): ImportNote[] {
  const more = notes.length - MOST_NOTES;
  return more > 0 ? [...notes.slice(0, MOST_NOTES), { place: FILE, kind: 'lss_more', values: { n: more } }] : notes;
}
