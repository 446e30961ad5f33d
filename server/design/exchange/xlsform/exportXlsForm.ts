import type { Definition, LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { TextStatus } from '../../questionnaires/draft.js';
import type { Sheet } from '../workbook/workbook.js';
import { writeWorkbook } from '../workbook/writeWorkbook.js';
import { choicesSheet } from './choicesSheet.js';
import { ownLists } from './listNames.js';
import { settingsRow, SETTINGS_COLUMNS } from './ownSettings.js';
import {
  ENDINGS,
  INDICATORS,
  LISTS,
  POPULATIONS,
  SPECIAL_CODES,
  STATUSES,
  STRAIGHTLINE_SETS,
  TEXTS,
  VARIABLES,
  type OwnSheet,
} from './ownSheets.js';
import { sheetOf } from './sheetOf.js';
import { surveySheet } from './surveySheet.js';

/**
 * A questionnaire as XLSForm: three sheets that other programs read (scales as `select_one`, special answers as choices), and
 * columns and sheets called `aleuet…` with everything that the format has no place for. They ignore those; here, the file
 * comes in again as the same questionnaire.
 */
export function exportXlsForm(definition: Definition, statuses: readonly TextStatus[]): Promise<Buffer> {
  return writeWorkbook(formSheets(definition, statuses));
}

export function formSheets(definition: Definition, statuses: readonly TextStatus[]): Sheet[] {
  return [
    surveySheet(definition),
    choicesSheet(definition),
    sheetOf('settings', SETTINGS_COLUMNS, [settingsRow(definition)]),
    ownSheet(INDICATORS, definition.indicators),
    ownSheet(POPULATIONS, definition.analysisPopulations),
    ownSheet(TEXTS, generalTexts(definition)),
    ownSheet(ENDINGS, definition.endings),
    ownSheet(VARIABLES, definition.derived),
    ownSheet(LISTS, ownLists(definition)),
    ownSheet(SPECIAL_CODES, definition.specialCodes),
    ownSheet(STRAIGHTLINE_SETS, definition.straightlineSets),
    ownSheet(STATUSES, statuses),
  ];
}

function ownSheet<Entry>({ name, columns, write }: OwnSheet<Entry>, entries: readonly Entry[]): Sheet {
  return sheetOf(name, columns, entries.map(write));
}

function generalTexts({ title, introduction, consent, declined, screenedOut, thanks, townQuestion }: Definition) {
  const texts: [key: string, text: LocalizedText][] = [
    ['title', title],
    ['introduction', introduction],
    ...consent.map((text): [string, LocalizedText] => ['consent', text]),
    ['declined', declined],
    ['screenedOut', screenedOut],
    ['thanks', thanks],
    ['townQuestion', townQuestion],
  ];
  return texts.map(([key, text]) => ({ key, text }));
}
