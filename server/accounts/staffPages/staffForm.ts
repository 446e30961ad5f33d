import type { z } from 'zod';
import type { FieldFault } from '../../http/fieldFault.js';
import { isTextKey, type Texts } from '../../i18n/index.js';
import { FormValuesSchema, type FormValues } from './formValues.js';

interface FieldFrame {
  name: string;
  label: string;
  hint: string | null;
  error: string | null;
}

export interface TextField extends FieldFrame {
  kind: 'text';
  type: 'text' | 'password' | 'date';
  value: string;
  autocomplete: string;
  inputmode: string;
  /** A narrow field promises a short answer. */
  short: boolean;
  /** Lines of a field for longer texts; null for a field of one line. */
  rows: number | null;
  /** Language of what is written into it; null where it is no text in a language. */
  lang: string | null;
}

export interface ChoiceField extends FieldFrame {
  kind: 'choices';
  type: 'radio' | 'checkbox';
  /** Many short options stand in columns. */
  dense: boolean;
  options: { id: string; value: string; label: string; hint: string | null; checked: boolean }[];
}

export interface SelectField extends FieldFrame {
  kind: 'select';
  options: { value: string; label: string; selected: boolean }[];
}

/** Fields that belong together, such as one text in three languages. */
export interface FieldGroup {
  kind: 'group';
  label: string;
  hint: string | null;
  fields: (TextField | SelectField)[];
}

export type FormField = TextField | ChoiceField | SelectField | FieldGroup;

export interface ErrorSummary {
  heading: string;
  faults: { href: string; message: string }[];
}

export interface FormModel {
  action: string;
  hidden: { name: string; value: string }[];
  fields: FormField[];
  submitLabel: string;
  summary: ErrorSummary | null;
}

/** Makes the fields of one form, each with the value to show and its fault. */
export function fieldsOf(values: FormValues, faults: FieldFault[]) {
  const valueOf = (name: string): string => [values[name] ?? ''].flat()[0] ?? '';
  const errorOf = (name: string): string | null => faults.find((fault) => fault.field === name)?.message ?? null;
  const frame = (name: string, label: string, hint: string | null): FieldFrame => ({ name, label, hint, error: errorOf(name) });

  return {
    text: (
      name: string,
      label: string,
      options: Partial<Omit<TextField, 'kind' | 'name' | 'label' | 'error'>> = {},
    ): TextField => {
      const {
        hint = null,
        type = 'text',
        autocomplete = 'off',
        inputmode = 'text',
        short = false,
        rows = null,
        lang = null,
      } = options;
      const value = type === 'password' ? '' : (options.value ?? valueOf(name));
      return { kind: 'text', ...frame(name, label, hint), type, value, autocomplete, inputmode, short, rows, lang };
    },

    choices: (
      name: string,
      label: string,
      options: { value: string; label: string; hint?: string }[],
      { type = 'radio', hint = null, dense = false }: Partial<Pick<ChoiceField, 'type' | 'hint' | 'dense'>> = {},
    ): ChoiceField => {
      const chosen = [values[name] ?? []].flat();
      return {
        kind: 'choices',
        ...frame(name, label, hint),
        type,
        dense,
        options: options.map((option, at) => ({
          id: at === 0 ? name : `${name}.${option.value}`,
          value: option.value,
          label: option.label,
          hint: option.hint ?? null,
          checked: chosen.includes(option.value),
        })),
      };
    },

    select: (
      name: string,
      label: string,
      options: { value: string; label: string }[],
      { hint = null }: { hint?: string | null } = {},
    ): SelectField => {
      const chosen = valueOf(name);
      return {
        kind: 'select',
        ...frame(name, label, hint),
        options: options.map((option) => ({ ...option, selected: option.value === chosen })),
      };
    },
  };
}

export function summaryOf(faults: FieldFault[], t: Texts): ErrorSummary | null {
  if (faults.length === 0) return null;
  return {
    heading: t('interface.ui_error_heading'),
    faults: faults.map((fault) => ({ href: `#${fault.field}`, message: fault.message })),
  };
}

export type FormReading<Values> = { read: true; values: Values } | { read: false; shown: FormValues; faults: FieldFault[] };

/**
 * Reads a posted form; the messages of the schema are keys of texts, and each field has one fault at most. What no page of ours
 * would send has no message of its own.
 */
export function readForm<Schema extends z.ZodType>(schema: Schema, body: unknown, t: Texts): FormReading<z.infer<Schema>> {
  const shown = FormValuesSchema.parse(body);
  const parsed = schema.safeParse(shown);
  if (parsed.success) return { read: true, values: parsed.data };
  const faults = new Map<string, FieldFault>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    const key = isTextKey(issue.message) ? issue.message : 'accounts.error_value';
    if (!faults.has(field)) faults.set(field, { field, message: t(key) });
  }
  return { read: false, shown, faults: [...faults.values()] };
}
