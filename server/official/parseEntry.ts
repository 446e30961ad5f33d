import type { RawInput, Town } from '../../survey-definitions/contract/index.js';
import { faultAt, type EntryFault, type FaultCode } from './fault.js';
import { parseTypedDay, parseTypedNumber, type DecimalMark } from './numbers.js';
import { AreaLevelSchema, COUNTRY_ID, ObservationStatusSchema, type AreaLevel, type Entry } from './observation.js';
import { type EntryField, type RawEntry } from './rawEntry.js';

const FIRST_YEAR = 1990;
const LONGEST = { source: 500, note: 1000, reason: 500 } as const;
const FORMULA_START = /^[=+\-@\t\r]/;
const YES = ['1', 'yes', 'true', 'иә', 'да'];
const NO = ['', '0', 'no', 'false', 'жоқ', 'нет'];

/** What an entry is checked against. */
export interface EntryRules {
  inputs: ReadonlyMap<string, RawInput>;
  /** Towns that the person may enter figures for; any other is unknown to them. */
  towns: ReadonlyMap<string, Town>;
  /** Regions of all towns: an older figure may belong to a region that a town has left. */
  regions: ReadonlySet<string>;
  /** YYYY-MM-DD */
  today: string;
  mark: DecimalMark;
}

export interface ParsedEntry {
  entry: Entry;
  /** Why a figure that is there already is corrected; empty for a new one. */
  reason: string;
}

/** Reads one typed figure: either all of it or every fault that it has by itself. */
export function parseEntry(raw: RawEntry, rules: EntryRules): { parsed: ParsedEntry } | { faults: EntryFault[] } {
  const faults: EntryFault[] = [];
  const refuse = (field: EntryField, code: FaultCode, values?: EntryFault['values']): null => {
    faults.push(faultAt(field, code, values));
    return null;
  };
  const town = rules.towns.get(raw.town) ?? refuse('town', raw.town === '' ? 'required' : 'unknownTown', { town: raw.town });
  const input =
    rules.inputs.get(raw.input) ?? refuse('input', raw.input === '' ? 'required' : 'unknownInput', { input: raw.input });
  const year = parseYear(raw.year, rules, refuse);
  const value = parseValue(raw.value, input, rules.mark, refuse);
  if (input && raw.unit !== '' && !Object.values(input.unit).some((unit) => unit.toLowerCase() === raw.unit.toLowerCase()))
    refuse('unit', 'wrongUnit', { unit: raw.unit, expected: input.unit });
  const date = parseDate(raw.date, rules.today, refuse);
  if (raw.source === '') refuse('source', 'required');
  for (const [field, limit] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if (raw[field].length > limit) refuse(field, 'tooLong', { limit });
    if (FORMULA_START.test(raw[field])) refuse(field, 'looksLikeFormula');
  }
  const areaLevel = parseAreaLevel(raw.area_level, input, refuse);
  const areaId = town && areaLevel && parseArea(raw.area, areaLevel, town, rules, refuse);
  const proxy = parseYesNo(raw.proxy, refuse);
  const status = ObservationStatusSchema.safeParse(raw.status);
  if (!status.success)
    refuse('status', raw.status === '' ? 'required' : 'unknownChoice', { choices: ObservationStatusSchema.options.join(', ') });

  if (!town || !input || year === null || value === null || date === null || !areaLevel || areaId === null) return { faults };
  if (faults.length > 0 || !status.success) return { faults };
  const entry: Entry = {
    townId: town.id,
    input: input.id,
    year,
    value,
    source: raw.source,
    date,
    areaLevel,
    areaId,
    proxy: proxy === true || areaLevel !== input.areaLevel,
    status: status.data,
    note: raw.note,
  };
  return { parsed: { entry, reason: raw.reason } };
}

type Refuse = (field: EntryField, code: FaultCode, values?: EntryFault['values']) => null;

function parseYear(text: string, { today }: EntryRules, refuse: Refuse): number | null {
  if (text === '') return refuse('year', 'required');
  if (!/^\d{4}$/.test(text)) return refuse('year', 'notAYear', { text });
  const last = Number(today.slice(0, 4)) + 1;
  const year = Number(text);
  return year >= FIRST_YEAR && year <= last
    ? year
    : refuse('year', 'yearOutOfRange', { first: String(FIRST_YEAR), last: String(last) });
}

function parseValue(text: string, input: RawInput | null, mark: DecimalMark, refuse: Refuse): number | null {
  if (text === '') return refuse('value', 'required');
  const value = parseTypedNumber(text, mark);
  if (value === undefined) return refuse('value', 'notANumber', { text });
  if (value === 'decimal-comma') return refuse('value', 'decimalComma', { text });
  if (!input) return value;
  if (input.whole && !Number.isInteger(value)) return refuse('value', 'notWhole', { unit: input.unit });
  if (value < input.min || value > input.max) return refuse('value', 'outOfRange', { min: input.min, max: input.max });
  return value;
}

function parseDate(text: string, today: string, refuse: Refuse): string | null {
  if (text === '') return refuse('date', 'required');
  const date = parseTypedDay(text);
  if (date === undefined) return refuse('date', 'notADate', { text });
  return date <= today ? date : refuse('date', 'dateInFuture');
}

function parseAreaLevel(text: string, input: RawInput | null, refuse: Refuse): AreaLevel | null {
  if (text === '') return input?.areaLevel ?? null;
  const level = AreaLevelSchema.safeParse(text);
  return level.success ? level.data : refuse('area_level', 'unknownChoice', { choices: AreaLevelSchema.options.join(', ') });
}

function parseArea(text: string, level: AreaLevel, town: Town, { regions }: EntryRules, refuse: Refuse): string | null {
  if (level === 'region') {
    if (text === '') return town.region.id;
    return regions.has(text) ? text : refuse('area', 'unknownArea', { area: text });
  }
  const only = level === 'town' ? town.id : COUNTRY_ID;
  return text === '' || text === only ? only : refuse('area', 'unknownArea', { area: text });
}

function parseYesNo(text: string, refuse: Refuse): boolean | null {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : refuse('proxy', 'unknownChoice', { choices: 'yes, no' });
}
