import type { z } from 'zod';
import { FormValuesSchema, readForm, type FormReading } from '../../../accounts/index.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import { ChoiceFormSchema } from '../datasets.requests.js';
import type { ColumnGroup } from '../pages/choicePage.viewModels.js';
import type { OfferedColumn } from './panelBuilder.js';

export type ColumnChoice = z.infer<typeof ChoiceFormSchema> & { columns: OfferedColumn[] };

/** Reads which of the offered columns were ticked, for which years, under which name. */
export function readChoice(body: unknown, groups: readonly ColumnGroup[], language: Language): FormReading<ColumnChoice> {
  const t = textsIn(language);
  const shown = FormValuesSchema.parse(body);
  const form = readForm(ChoiceFormSchema, shown, t);
  const columns = groups.flatMap(({ name, columns: offered }) => {
    const ticks = [shown[name] ?? []].flat();
    return offered.filter(({ id }) => ticks.includes(id));
  });
  const none = columns.length === 0 ? [{ field: groups[0]?.name ?? 'name', message: t('datasets.error_choose') }] : [];
  const faults = [...(form.read ? [] : form.faults), ...none];
  return form.read && faults.length === 0 ? { read: true, values: { ...form.values, columns } } : { read: false, shown, faults };
}
