import {
  DraftFault,
  parseDraft,
  textsOf,
  type Definition,
  type Language,
} from '../../../../survey-definitions/contract/index.js';
import { TextStatusSchema, type TextStatus } from '../../questionnaires/draft.js';
import type { ImportNote, ImportResult } from '../importResult.js';
import { excessOf, QUESTIONNAIRE_LIMITS } from '../questionnaireLimits.js';
import { readWorkbook } from '../workbook/readWorkbook.js';
import type { Workbook } from '../workbook/workbook.js';
import { languageNamed } from './columns.js';
import { foreignQuestionnaire, type ForeignFrame } from './foreignQuestionnaire.js';
import { createFormAnswers, type FormAnswers } from './formAnswers.js';
import { listsFrom, type FormLists } from './formLists.js';
import { withSections } from './formSections.js';
import { structureOf } from './formStructure.js';
import { columnsNotCarried, repeatedColumns, sheetNamed, tableFrom, type FormTable } from './formTable.js';
import { OWN_FORMAT } from './ownSettings.js';
import { ownQuestionnaire } from './ownQuestionnaire.js';
import { LISTS, STATUSES } from './ownSheets.js';

interface XlsFormImport extends ForeignFrame {
  /** The language of columns that name none, where the file does not say it either. */
  language: Language;
}

const READ_COLUMNS = {
  survey: ['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint', 'parameters', 'choice_filter'],
  choices: ['list_name', 'name', 'value', 'label'],
  settings: ['form_title', 'form_id', 'default_language'],
};
const READ_SHEETS = /^(survey|choices|settings|aleuet_.*)$/i;

/** Takes an XLSForm, from here or elsewhere: a whole draft with the list of what it does not carry, or nothing. */
export async function importXlsForm(bytes: Uint8Array, options: XlsFormImport): Promise<ImportResult> {
  const workbook = await readWorkbook(bytes);
  return 'faults' in workbook ? workbook : questionnaireFrom(workbook, options);
}

function questionnaireFrom(workbook: Workbook, options: XlsFormImport): ImportResult {
  const plain = tableFrom(sheetNamed(workbook, 'settings'), { language: options.language, exact: true }).rows[0];
  const own = plain?.cell('aleuet::format') === OWN_FORMAT;
  const language = languageNamed(plain?.cell('default_language') ?? '') ?? options.language;
  const table = (name: string): FormTable => tableFrom(sheetNamed(workbook, name), { language, exact: own });
  const [survey, choices, settings] = [table('survey'), table('choices'), table('settings')];
  const unusable = faultsOfTables(survey, choices);
  if (unusable.length > 0) return { faults: unusable };

  const [settingsRow] = settings.rows;
  const frame = own && settingsRow ? ownQuestionnaire(settingsRow, table) : foreignQuestionnaire(settingsRow, options);
  const structure = structureOf(survey);
  const { lists, faults: listFaults } = listsFrom(choices, own);
  const ownLists = own ? table(LISTS.name).rows.map(LISTS.read) : [];
  const answers = createFormAnswers(lists, ownLists, takenIds(frame.definition));
  const { definition, notes, faults: rowFaults } = withSections(frame.definition, structure, answers, own);
  const faults = unique([...structure.faults, ...listFaults, ...rowFaults]);
  if (faults.length > 0) return { faults };
  const columnNotes = [
    ...columnsNotCarried(survey, READ_COLUMNS.survey),
    ...columnsNotCarried(choices, READ_COLUMNS.choices),
    ...columnsNotCarried(settings, own ? [...READ_COLUMNS.settings, 'version'] : READ_COLUMNS.settings),
  ];
  const listNotes = own ? [] : notesOfLists(choices.name, lists, answers);
  return checked(definition, frame.statuses, [
    ...structure.notes,
    ...notes,
    ...listNotes,
    ...columnNotes,
    ...sheetsNotCarried(workbook),
  ]);
}

/** What makes a table unreadable as a form; looked at before its rows are. */
function faultsOfTables(survey: FormTable, choices: FormTable): ImportNote[] {
  const place = { in: 'file' } as const;
  if (survey.columns.length === 0) return [{ place, kind: 'xlsform_no_survey', values: {} }];
  const fields = survey.columns.map(({ column }) => column.field);
  if (!fields.includes('type') || !fields.includes('name'))
    return [{ place: { in: 'sheet', sheet: survey.name, row: 1 }, kind: 'xlsform_no_type_or_name', values: {} }];
  const n = survey.rows.filter((row) => !/^(begin|end)/i.test(row.cell('type'))).length;
  if (n > 2 * QUESTIONNAIRE_LIMITS.items)
    return [{ place, kind: 'json_too_many_items', values: { n, most: QUESTIONNAIRE_LIMITS.items } }];
  return [...repeatedColumns(survey), ...repeatedColumns(choices)];
}

function takenIds({ lists, scales }: Definition): string[] {
  return [...lists, ...scales].map(({ id }) => id);
}

/** Lists whose answers got codes, or whose name is no id here. */
function notesOfLists(sheet: string, lists: FormLists, { renamed }: FormAnswers): ImportNote[] {
  const place = { in: 'sheet', sheet } as const;
  const numbered = [...lists].filter(([, options]) => options.some(({ option }) => option.name !== undefined));
  return [
    ...numbered.map(([list, options]): ImportNote => ({
      place,
      kind: 'xlsform_codes_given',
      values: {
        list,
        codes: options
          .map(({ name, option }) => `${name} = ${option.code}`)
          .slice(0, 12)
          .join(', '),
      },
    })),
    ...renamed.map(({ listName: list, id }): ImportNote => ({ place, kind: 'xlsform_list_renamed', values: { list, id } })),
  ];
}

function sheetsNotCarried({ sheets }: Workbook): ImportNote[] {
  return sheets
    .filter(({ name, rows }) => !READ_SHEETS.test(name.trim()) && rows.length > 0)
    .map(({ name }) => ({ place: { in: 'sheet', sheet: name }, kind: 'xlsform_sheet_not_carried', values: {} }));
}

/** One row may be met several times, as a group is by each of its questions. */
function unique(notes: ImportNote[]): ImportNote[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

function checked(definition: Definition, statuses: TextStatus[], notCarried: ImportNote[]): ImportResult {
  const excess = excessOf(definition);
  if (excess) return { faults: [excess] };
  const keys = new Set(textsOf(definition).map(({ key }) => key));
  const strange = statuses.findIndex((status) => !TextStatusSchema.safeParse(status).success || !keys.has(status.key));
  if (strange >= 0)
    return { faults: [{ place: { in: 'sheet', sheet: STATUSES.name, row: strange + 2 }, kind: 'xlsform_status', values: {} }] };
  try {
    return { definition: parseDraft(definition), statuses, notCarried: unique(notCarried) };
  } catch (error) {
    if (!(error instanceof DraftFault)) throw error;
    return {
      faults: error.faults.map(({ path }) => ({
        place: { in: 'path', path: path.join('.') },
        kind: 'xlsform_shape',
        values: {},
      })),
    };
  }
}
