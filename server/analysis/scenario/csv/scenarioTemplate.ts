import type { ScenarioInput, Town } from '../../../../survey-definitions/contract/index.js';
import { csvFrom, EXCEL_WITH_COMMA, EXCEL_WITH_DOT } from '../../../csv/index.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import { columnsOf } from './readScenarioCsv.js';

/**
 * A file to fill in, with one row per town. Lines that begin with `#` do not count: what each input is, and its unit. It
 * opens by a double click in the reader's spreadsheet.
 */
export function scenarioTemplate(
  inputs: readonly ScenarioInput[],
  towns: readonly Town[],
  year: number,
  language: Language,
): AsyncGenerator<string> {
  const t = textsIn(language);
  const columns = columnsOf(inputs.map(({ id }) => id));
  const explained = (word: string, of: (input: ScenarioInput) => string): string[] => [
    `# ${word}`,
    '',
    ...inputs.map(of),
    '',
    '',
  ];
  const rows = [
    explained(t('scenarioData.template_meaning'), ({ name }) => name[language]),
    explained(t('scenarioData.template_unit'), ({ unit }) => unit[language]),
    ...towns.map(({ id }) => [id, String(year), ...inputs.map(() => ''), '', '']),
  ];
  return csvFrom({ columns, rows }, language === 'en' ? EXCEL_WITH_DOT : EXCEL_WITH_COMMA);
}
