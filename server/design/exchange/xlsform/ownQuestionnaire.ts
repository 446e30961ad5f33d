import type { LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { FormRow, FormTable } from './formTable.js';
import type { QuestionnaireFrame } from './foreignQuestionnaire.js';
import { ownSettings } from './ownSettings.js';
import {
  ENDINGS,
  INDICATORS,
  POPULATIONS,
  SPECIAL_CODES,
  STATUSES,
  STRAIGHTLINE_SETS,
  TEXTS,
  VARIABLES,
  type OwnSheet,
} from './ownSheets.js';

/** What stands round the sections of a questionnaire that went out from here. */
export function ownQuestionnaire(settings: FormRow, table: (name: string) => FormTable): QuestionnaireFrame {
  const entriesOf = <Entry>({ name, read }: OwnSheet<Entry>): Entry[] => table(name).rows.map(read);
  const texts = entriesOf(TEXTS);
  const textAt = (wanted: string): LocalizedText => texts.find(({ key }) => key === wanted)?.text ?? { kk: '', ru: '', en: '' };
  return {
    definition: {
      ...ownSettings(settings),
      title: textAt('title'),
      introduction: textAt('introduction'),
      consent: texts.filter(({ key }) => key === 'consent').map(({ text }) => text),
      declined: textAt('declined'),
      screenedOut: textAt('screenedOut'),
      thanks: textAt('thanks'),
      townQuestion: textAt('townQuestion'),
      specialCodes: entriesOf(SPECIAL_CODES),
      scales: [],
      lists: [],
      sections: [],
      endings: entriesOf(ENDINGS),
      derived: entriesOf(VARIABLES),
      straightlineSets: entriesOf(STRAIGHTLINE_SETS),
      indicators: entriesOf(INDICATORS),
      analysisPopulations: entriesOf(POPULATIONS),
    },
    statuses: entriesOf(STATUSES),
  };
}
