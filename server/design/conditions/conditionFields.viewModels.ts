import { textsIn, type Texts } from '../../i18n/index.js';
import { linesOf, postedLines, type ConditionForm, type ConditionLine } from './conditionForm.js';
import { conditionInWords } from './conditionInWords.js';
import { lineFields, type ConditionToShow, type LineFields, type Menu } from './conditionLine.viewModels.js';

/** The fields of a condition, in a form of any page: `components/designCondition` with `{ condition }`. */
export interface ConditionFields {
  prefix: string;
  heading: string;
  hint: string;
  /** What the condition says now, in words; null where there is none. */
  sentence: string | null;
  /** A condition that lines cannot show is kept unless this is unticked. */
  keep: { name: string; label: string; checked: boolean } | null;
  lineCount: { name: string; value: number };
  join: Menu;
  lines: LineFields[];
  buttons: { value: string; label: string }[];
}

export function conditionFields(shown: ConditionToShow): ConditionFields {
  const { prefix, heading, hint, condition, values, definition, language } = shown;
  const t = textsIn(language);
  const drawn = condition === undefined ? null : linesOf(condition);
  const { join, lines } = values ? postedLines(values, prefix) : (drawn ?? { join: 'all', lines: [] });
  const empty = values?._do === `condition.more.${prefix}` || lines.length === 0 ? [EMPTY_LINE] : [];
  const all = [...lines, ...empty];
  return {
    prefix,
    heading,
    hint,
    sentence: condition === undefined ? null : conditionInWords(condition, definition, language),
    keep:
      condition === undefined || drawn
        ? null
        : {
            name: `${prefix}.keep`,
            label: t('designMeasurement.cond_keep'),
            checked: values?.[`${prefix}.keep`] !== undefined || !values,
          },
    lineCount: { name: `${prefix}.lines`, value: all.length },
    join: joinMenu(prefix, join, t),
    lines: all.map((line, at) => lineFields(line, at, join, shown)),
    buttons: (['show', 'more'] as const).map((deed) => ({
      value: `condition.${deed}.${prefix}`,
      label: t(`designMeasurement.cond_do_${deed}`),
    })),
  };
}

const EMPTY_LINE: ConditionLine = { item: '', op: '', codes: [], number: '', bracketed: false };

function joinMenu(prefix: string, join: ConditionForm['join'], t: Texts): Menu {
  const options = (['all', 'any'] as const).map((value) => ({
    value,
    label: t(`designMeasurement.cond_join_${value}`),
    chosen: value === join,
  }));
  return { name: `${prefix}.join`, label: t('designMeasurement.cond_join'), options };
}
