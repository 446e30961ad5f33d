import { z } from 'zod';
import type { Definition, Item } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { TextKey, Texts } from '../../i18n/index.js';
import { freeId } from './edits/freeId.js';
import type { ItemType } from './edits/retypeItem.js';
import { valueIn } from './formTexts.js';

/** The value of the menus of lists and scales that makes a new one. */
export const MAKE_NEW = '+';

type Fields =
  | { type: 'single' | 'ranking'; list: string }
  | { type: 'multiple'; list: string; maxChoices?: number }
  | { type: 'scale'; scale: string }
  | { type: 'integer'; min: number; max: number }
  | { type: 'decimal'; min: number; max: number; decimals: number }
  | { type: 'text'; maxLength: number }
  | { type: 'date'; min?: string; max?: string }
  | { type: 'note' };

export interface AnswerFields {
  fields: Fields;
  /** A list or scale that the item takes and that is yet to be made. */
  missing: { kind: 'list' | 'scale'; id: string } | null;
}

interface AnswersToRead {
  type: ItemType;
  /** The id of the item, after which a new list is named. */
  id: string;
  definition: Definition;
  t: Texts;
}

const SHOWN_FIELDS = ['list', 'scale', 'min', 'max', 'decimals', 'maxLength', 'maxChoices'];

export function answerValues(item: Item): FormValues {
  const own = new Map<string, unknown>(Object.entries(item));
  return Object.fromEntries(
    SHOWN_FIELDS.map((name) => {
      const value = own.get(name);
      return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : ''];
    }),
  );
}

/** The fields that a type of item has beside its wording. */
export function answerFieldsFrom(values: FormValues, answers: AnswersToRead): AnswerFields | { faults: FieldFault[] } {
  const reader = new FieldReader(values, answers);
  const fields = READERS[answers.type](reader);
  return reader.faults.length > 0 ? { faults: reader.faults } : { fields, missing: reader.missing };
}

const READERS: Record<ItemType, (reader: FieldReader) => Fields> = {
  single: (reader) => ({ type: 'single', list: reader.chosen('list') }),
  ranking: (reader) => ({ type: 'ranking', list: reader.chosen('list') }),
  multiple: (reader) => {
    const list = reader.chosen('list');
    const maxChoices = reader.value('maxChoices', OptionalCount, 'designStructure.error_count');
    return { type: 'multiple', list, ...(maxChoices !== undefined && { maxChoices }) };
  },
  scale: (reader) => ({ type: 'scale', scale: reader.chosen('scale') }),
  integer: (reader) => ({ type: 'integer', ...reader.range(WholeNumber, 'designStructure.error_whole') }),
  decimal: (reader) => {
    const decimals = reader.value('decimals', Decimals, 'designStructure.error_decimals') ?? 1;
    return { type: 'decimal', ...reader.range(DecimalNumber, 'designStructure.error_number'), decimals };
  },
  text: (reader) => ({ type: 'text', maxLength: reader.value('maxLength', Length, 'designStructure.error_length') ?? 1 }),
  date: (reader) => {
    const min = reader.value('min', OptionalDate, 'designStructure.error_date');
    const max = reader.value('max', OptionalDate, 'designStructure.error_date');
    if (min !== undefined && max !== undefined && min > max) reader.fault('min', 'designStructure.error_bounds');
    return { type: 'date', ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  },
  note: () => ({ type: 'note' }),
};

/** Reads one field after the other and remembers what is wrong with them. */
class FieldReader {
  readonly faults: FieldFault[] = [];
  missing: AnswerFields['missing'] = null;

  constructor(
    private readonly values: FormValues,
    private readonly answers: AnswersToRead,
  ) {}

  fault(field: string, key: TextKey): void {
    this.faults.push({ field, message: this.answers.t(key) });
  }

  value<Value>(name: string, schema: z.ZodType<Value>, key: TextKey): Value | undefined {
    const parsed = schema.safeParse(valueIn(this.values, name));
    if (!parsed.success) this.fault(name, key);
    return parsed.data;
  }

  range(bound: z.ZodType<number>, key: TextKey): { min: number; max: number } {
    const [min, max] = [this.value('min', bound, key), this.value('max', bound, key)];
    if (min !== undefined && max !== undefined && min > max) this.fault('min', 'designStructure.error_bounds');
    return { min: min ?? 0, max: max ?? 0 };
  }

  chosen(kind: 'list' | 'scale'): string {
    const known = new Set(this.answers.definition[`${kind}s`].map(({ id }) => id));
    const wanted = valueIn(this.values, kind);
    if (wanted === MAKE_NEW) {
      this.missing = { kind, id: freeId(this.answers.id, known) };
      return this.missing.id;
    }
    if (!known.has(wanted)) this.fault(kind, `designStructure.error_${kind}`);
    return wanted;
  }
}

/** Digits with a comma or a point. */
const typedNumber = z
  .string()
  .regex(/^\d+([.,]\d+)?$/)
  .transform((typed) => Number(typed.replace(',', '.')));
const DecimalNumber = typedNumber.pipe(z.number().min(0));
const WholeNumber = typedNumber.pipe(z.int().min(0));
const Decimals = typedNumber.pipe(z.int().min(1).max(6));
const Length = typedNumber.pipe(z.int().min(1).max(5000));
const OptionalCount = z.union([z.literal('').transform(() => undefined), typedNumber.pipe(z.int().min(1))]);
const OptionalDate = z.union([z.literal('').transform(() => undefined), z.iso.date()]);
