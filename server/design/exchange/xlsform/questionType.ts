/** What the `type` column of a row asks for. */
export type QuestionType =
  | { is: 'select_one' | 'select_multiple' | 'rank'; list: string; orOther: boolean }
  | { is: 'integer' | 'decimal' | 'text' | 'date' | 'note' | 'range' }
  | { is: 'begin'; what: 'group' | 'repeat' }
  | { is: 'end'; what: 'group' | 'repeat' }
  /** About the interview or the device, not a question. */
  | { is: 'metadata' }
  /** Part of the format, but no question of this platform. */
  | { is: 'unsupported' }
  | { is: 'unknown' };

const ONE = 'select_one|select1|add_select_one_prompt_using';
const SEVERAL = 'select_multiple|select_all_that_apply|add_select_multiple_prompt_using';
const SELECT = new RegExp(`^(?:(${ONE})|(${SEVERAL})|(rank))(?:_from)? (\\S+)( or_(?:specify_)?other)?$`, 'i');
const WITH_BLANKS =
  /^(select one|select multiple|select all that apply|add select one prompt using|add select multiple prompt using)( from)?\b/i;
const GROUP = /^(begin|end)[ _](group|repeat)$/i;

const PLAIN: Record<string, 'integer' | 'decimal' | 'text' | 'date' | 'note' | 'range'> = {
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  text: 'text',
  string: 'text',
  date: 'date',
  note: 'note',
  range: 'range',
};
const METADATA =
  /^(start|end|today|deviceid|device_id|subscriberid|simserial|phonenumber|phone_number|username|email|audit|start-geopoint|background-audio|instanceid|start time|end time|device id)$/i;
const UNSUPPORTED =
  /^(calculate|calculation|hidden|geopoint|geotrace|geoshape|location|gps|image|photo|audio|video|file|barcode|time|datetime|acknowledge|trigger|xml-external|csv-external|osm|add .* prompt|select_(one|multiple)_(from_file|external) .*|select (one|multiple) (from file|external) .*|(select_one|select_multiple|rank) \$\{.*)$/i;

/** @example questionTypeOf('select_one yes_no or_other') // { is: 'select_one', list: 'yes_no', orOther: true } */
export function questionTypeOf(written: string): QuestionType {
  const type = written.trim().replace(/\s+/g, ' ');
  if (METADATA.test(type)) return { is: 'metadata' };
  if (UNSUPPORTED.test(type)) return { is: 'unsupported' };
  const plain = PLAIN[type.toLowerCase()];
  if (plain) return { is: plain };
  const [, edge, kind] = GROUP.exec(type) ?? [];
  if (edge && kind) return { is: edge.toLowerCase() as 'begin', what: kind.toLowerCase() as 'group' };
  return selectFrom(type);
}

function selectFrom(type: string): QuestionType {
  const underscored = type
    .replace(WITH_BLANKS, (words) => words.replace(/ /g, '_'))
    .replace(/ or[ _](specify[ _])?other$/i, ' or_other');
  const [, one, several, , list, other] = SELECT.exec(underscored) ?? [];
  if (list === undefined) return { is: 'unknown' };
  return { is: one ? 'select_one' : several ? 'select_multiple' : 'rank', list, orOther: other !== undefined };
}
