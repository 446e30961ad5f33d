import { parseDraft, type Definition, type Population } from '../../../../survey-definitions/contract/index.js';
import type { ImportNote, ImportResult } from '../importResult.js';
import { emptyDefinitionFrom } from '../../questionnaires/emptyDefinition.js';
import { excessOf } from '../questionnaireLimits.js';
import { createIds } from '../xlsform/identifiers.js';
import { inAllLanguages } from '../xlsform/inAllLanguages.js';
import { createAnswerSets } from './answerSets.js';
import { carriedLanguages, isWritten, localized, paragraphsOf, type CarriedLanguages } from './languages.js';
import { noteInsertions } from './leftBehind.js';
import { readLss } from './readLss.js';
import { sectionsFrom } from './sections.js';
import { surveyFrom, type LssSurvey } from './survey.js';

const FILE = { in: 'file' } as const;
/** Types whose rows become items of their own. */
const WITH_ROWS = 'ABCEFHKQ';
const NO_TEXT = { kk: '', ru: '', en: '' };

interface LimeSurveyImport {
  population: Population;
  /** Whose consent page, special answers and closing texts are taken over. */
  model: Definition;
}

/**
 * A questionnaire from the structure file of a LimeSurvey survey (versions 3 to 6): groups, questions, answers, texts and
 * simple conditions. What LimeSurvey has no word for, the consent question and special answers, comes from `model`.
 */
export function importLimeSurvey(bytes: Uint8Array, { population, model }: LimeSurveyImport): ImportResult {
  const read = readLss(bytes);
  if ('fault' in read) return { faults: [read.fault] };
  const survey = surveyFrom(read.tables);
  const languages = carriedLanguages(survey.languages);
  const fault = excessOf(countable(survey)) ?? emptinessOf(survey, languages);
  if (fault !== null) return { faults: [fault] };

  const notes = notesOnSurvey(survey, languages);
  const frame = emptyDefinitionFrom({
    id: createIds()(`limesurvey_${survey.id}`, 'questionnaire'),
    population,
    title: localized(survey.title, languages),
    model,
    firstSectionTitle: NO_TEXT,
    everyone: inAllLanguages('design.everyone'),
  });
  const [consent] = frame.sections;
  const answers = createAnswerSets(frame.lists.map(({ id }) => id));
  const sections = sectionsFrom(survey, {
    languages,
    answers,
    taken: consent ? [consent, ...consent.items].map(({ id }) => id) : [],
    notes,
  });
  const definition = parseDraft({
    ...frame,
    ...framingTexts(survey, languages),
    scales: answers.scales,
    lists: [...frame.lists, ...answers.lists],
    sections: [...(consent ? [consent] : []), ...sections],
  });
  return { definition, statuses: [], notCarried: notes };
}

/** What the survey says around its questions; the texts of the frame stay where it says nothing. */
function framingTexts(survey: LssSurvey, languages: CarriedLanguages): Partial<Definition> {
  const introduction = localized(survey.welcome, languages);
  const thanks = localized(survey.end, languages);
  const paragraphs = paragraphsOf(survey.policy, languages);
  return {
    ...(isWritten(introduction) ? { introduction } : {}),
    ...(isWritten(thanks) ? { thanks } : {}),
    ...(paragraphs.length > 0 ? { consent: paragraphs } : {}),
  };
}

function countable({ groups }: LssSurvey) {
  const questions = groups.flatMap((group) => group.questions);
  return {
    sections: groups.map((group) => ({
      items: group.questions.flatMap((question): unknown[] =>
        WITH_ROWS.includes(question.type) ? question.subquestions : [question],
      ),
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
