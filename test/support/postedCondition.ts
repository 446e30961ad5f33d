import type { FormValues } from '../../server/accounts/index.js';
import type { ConditionFields } from '../../server/design/conditions/conditionFields.viewModels.js';

/** What a browser sends of the condition builder when nothing is touched. */
export function postedCondition({ lineCount, join, lines, keep }: ConditionFields): FormValues {
  const chosen = (options: { value: string; chosen: boolean }[]) => options.find((option) => option.chosen)?.value ?? '';
  const values: FormValues = { [lineCount.name]: String(lineCount.value), [join.name]: chosen(join.options) };
  if (keep?.checked) values[keep.name] = '1';
  for (const line of lines) {
    values[line.item.name] = chosen(line.item.groups.flatMap(({ options }) => options));
    if (line.op) values[line.op.name] = chosen(line.op.options);
    if (line.number) values[line.number.name] = line.number.value;
    if (line.link?.checked) values[line.link.name] = line.link.value;
    const ticked = line.codes?.options.filter((option) => option.chosen).map(({ value }) => value) ?? [];
    if (line.codes && ticked.length > 0) values[line.codes.name] = ticked;
  }
  return values;
}
