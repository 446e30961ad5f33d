import { LANGUAGES, type AnswerOption, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import type { Place } from '../../places.js';
import type { Sayable } from '../../sayable.js';
import { difference, type Difference } from '../difference.js';
import { movedMembers } from '../movedMembers.js';
import { wordingDifferences } from './wording.js';

interface Match {
  was: AnswerOption;
  is: AnswerOption;
}

/**
 * What became of the answers of a scale or list. An answer is known by its label first and by its code second, so that a
 * label which now stands at another code is a changed code, not a new wording.
 */
export function optionDifferences(place: Place, before: readonly AnswerOption[], after: readonly AnswerOption[]): Difference[] {
  const { matches, added, removed } = matchOptions(before, after);
  const found = [
    ...matches.flatMap((match) => ofMatch(place, match)),
    ...added.map(({ code, label }) => difference(place, 'option_added', { code, label: shown(label, code) })),
    ...removed.map(({ code, label }) => difference(place, 'option_removed', { code, label: shown(label, code) })),
  ];
  const order = (side: 'was' | 'is', options: readonly AnswerOption[]) =>
    options.flatMap((option) => matches.filter((match) => match[side] === option).map(({ was }) => String(before.indexOf(was))));
  const reordered = movedMembers(order('was', before), order('is', after)).length > 0;
  return reordered ? [...found, difference(place, 'options_reordered')] : found;
}

function matchOptions(before: readonly AnswerOption[], after: readonly AnswerOption[]) {
  const matches: Match[] = [];
  let [removed, added] = [before, after];
  for (const isSame of [
    (was: AnswerOption, is: AnswerOption) => was.code === is.code && sameLabel(was.label, is.label),
    (was: AnswerOption, is: AnswerOption) => was.label !== undefined && sameLabel(was.label, is.label),
    (was: AnswerOption, is: AnswerOption) => was.code === is.code,
  ])
    for (const was of removed) {
      const is = added.find((option) => isSame(was, option));
      if (is === undefined) continue;
      matches.push({ was, is });
      removed = removed.filter((option) => option !== was);
      added = added.filter((option) => option !== is);
    }
  return { matches, added, removed };
}

function ofMatch(place: Place, { was, is }: Match): Difference[] {
  const label = shown(is.label, is.code);
  return [
    ...(was.code === is.code ? [] : [difference(place, 'option_recoded', { label, before: was.code, after: is.code })]),
    ...wordingDifferences(place, { textKey: `list.answers.${is.code}` }, was.label, is.label),
    ...(was.text === is.text ? [] : [difference(place, is.text === true ? 'option_opened' : 'option_closed', { label })]),
  ];
}

function sameLabel(one: LocalizedText | undefined, other: LocalizedText | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return LANGUAGES.every((language) => one[language] === other[language] && one[language] !== '');
}

function shown(label: LocalizedText | undefined, code: number): Sayable {
  return label ?? String(code);
}
