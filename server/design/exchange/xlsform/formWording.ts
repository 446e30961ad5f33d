import { LANGUAGES, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { isBlank, type FormRow } from './formTable.js';

/** What an item has whatever its type, without its condition. */
export interface FormWording {
  id: string;
  text: LocalizedText;
  lead?: LocalizedText;
  hint?: LocalizedText;
  source?: string;
  formerIds?: string[];
  name?: string;
}

/** Other programs show lead and question as one label; the lead stands once more in a column of its own. */
export function wordingFrom(row: FormRow, id: string): FormWording {
  const label = row.text('label');
  const hint = row.text('hint');
  const { lead, text } = parted(label, row.text('aleuet::lead'));
  const name = row.cell('name');
  const empty = row.cell('aleuet::empty').split(' ');
  const has = (field: string, filled: boolean): boolean => filled || empty.includes(field);
  const source = row.written('aleuet::source');
  const formerIds = row.cell('aleuet::former_ids').split(' ').filter(Boolean);
  return {
    id,
    text,
    ...(has('lead', !isBlank(lead)) ? { lead } : {}),
    ...(has('hint', !isBlank(hint)) ? { hint } : {}),
    ...(has('source', source !== '') ? { source } : {}),
    ...(has('formerIds', formerIds.length > 0) ? { formerIds } : {}),
    ...(name !== id && name !== '' ? { name } : {}),
  };
}

/** Lead and question of a label; where somebody has changed the lead inside the label, the label is the question. */
function parted(label: LocalizedText, lead: LocalizedText): { lead: LocalizedText; text: LocalizedText } {
  const parts = { lead: { ...lead }, text: { ...label } };
  for (const language of LANGUAGES) {
    const [whole, before] = [label[language], lead[language]];
    if (before === '') continue;
    if (whole === before) parts.text[language] = '';
    else if (whole.startsWith(`${before} `)) parts.text[language] = whole.slice(before.length + 1);
    else parts.lead[language] = '';
  }
  return parts;
}

/** The label of a lead and a question. */
export function joined(lead: LocalizedText | undefined, text: LocalizedText): LocalizedText {
  if (lead === undefined) return text;
  const join = (...sentences: string[]): string => sentences.filter((words) => words !== '').join(' ');
  return { kk: join(lead.kk, text.kk), ru: join(lead.ru, text.ru), en: join(lead.en, text.en) };
}
