import { LANGUAGES } from '../../../survey-definitions/contract/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { languageNames, type Texts } from '../../i18n/index.js';
import type { AnswerKind } from './answerSets.js';
import type { OptionRow } from './optionRows.js';

export interface RowFields {
  legend: string;
  code: { name: string; value: string; error: string | null };
  /** Hidden: the name in files of other programs stays with its answer. */
  kept: { name: string; value: string }[];
  labels: { name: string; lang: string; label: string; value: string }[];
  ticks: { name: string; label: string; checked: boolean }[];
  buttons: { value: string; label: string; sign: string }[];
}

export function rowFields(
  { code, label, specify, top, name }: OptionRow,
  at: number,
  count: number,
  { kind, faults, t }: { kind: AnswerKind; faults: FieldFault[]; t: Texts },
): RowFields {
  const n = at + 1;
  const button = (name: 'up' | 'down' | 'remove', sign: string) => ({
    value: `${name}-${at}`,
    label: t(`designStructure.row_${name}`, { n }),
    sign,
  });
  return {
    legend: t('designStructure.row', { n }),
    code: { name: `code.${at}`, value: code, error: faults.find(({ field }) => field === `code.${at}`)?.message ?? null },
    kept: name === '' ? [] : [{ name: `name.${at}`, value: name }],
    labels: LANGUAGES.map((lang) => ({ name: `label.${at}.${lang}`, lang, label: languageNames[lang], value: label[lang] })),
    ticks:
      kind === 'scale'
        ? [{ name: `top.${at}`, label: t('designStructure.tick_scale'), checked: top }]
        : [{ name: `specify.${at}`, label: t('designStructure.tick_list'), checked: specify }],
    buttons: [
      ...(at === 0 ? [] : [button('up', '↑')]),
      ...(at === count - 1 ? [] : [button('down', '↓')]),
      ...(count > 1 ? [button('remove', '×')] : []),
    ],
  };
}
