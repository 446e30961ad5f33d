import { textsOf, type Definition, type LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { ownerOfText } from '../../ownerOfText.js';
import { difference, type Difference } from '../difference.js';
import { movedMembers } from '../movedMembers.js';
import { sameContent } from '../sameContent.js';
import { condition, type States } from './conditions.js';
import { memberDifferences } from './members.js';
import { settingDifferences } from './settings.js';
import { wordingDifferences } from './wording.js';

const PLACE = { part: 'questionnaire' } as const;

/** What became of the general texts and settings, the ending rules and the weighting variables. */
export function frameDifferences(states: States): Difference[] {
  const { before, after } = states;
  return [
    ...frameTexts(before, after),
    ...settingDifferences(PLACE, before, after, ['population', 'minutes', 'latinWords']),
    ...settingDifferences(PLACE, before.thresholds, after.thresholds, ['speederSecondsPerItem', 'highMissingShare']),
    ...specialCodeDifferences(before, after),
    ...endingDifferences(states),
    ...weightingDifferences(before, after),
  ];
}

/** Texts that belong to no part of their own: title, introduction, consent, special answers, closing texts. */
function frameTexts(before: Definition, after: Definition): Difference[] {
  const frame = (definition: Definition): Map<string, LocalizedText> =>
    new Map(
      textsOf(definition)
        .filter(({ key }) => ownerOfText(key).part === 'questionnaire')
        .map(({ key, text }) => [key, text]),
    );
  const [was, is] = [frame(before), frame(after)];
  const keys = [...new Set([...is.keys(), ...was.keys()])];
  return keys.flatMap((key) => wordingDifferences(PLACE, { textKey: key }, was.get(key), is.get(key)));
}

function specialCodeDifferences(before: Definition, after: Definition): Difference[] {
  const codes = ({ specialCodes }: Definition) => specialCodes.map(({ code, id }) => `${id} ${code}`);
  return sameContent(codes(before), codes(after)) ? [] : [difference(PLACE, 'special_codes')];
}

/** Endings have no name: those with the same rule and outcome are the same. */
function endingDifferences({ before, after }: States): Difference[] {
  const added = after.endings.flatMap((rule, at) =>
    before.endings.some((other) => sameContent(other, rule))
      ? []
      : [difference({ part: 'ending', at }, 'ending_added', sayable(rule, after))],
  );
  const removed = before.endings.flatMap((rule, at) =>
    after.endings.some((other) => sameContent(other, rule))
      ? []
      : [difference({ part: 'ending', at }, 'ending_removed', sayable(rule, before))],
  );
  const names = ({ endings }: Definition) => endings.map((rule) => JSON.stringify(rule));
  const same = added.length + removed.length === 0 && !sameContent(before.endings, after.endings);
  return same && names(before).join() !== names(after).join()
    ? [difference({ part: 'questionnaire' }, 'endings_reordered')]
    : [...added, ...removed];
}

function sayable({ when, ending }: Definition['endings'][number], definition: Definition) {
  return { rule: condition(when, definition), ending: { word: `designVersions.ending_${ending}` } as const };
}

function weightingDifferences({ weightingVariables: was }: Definition, { weightingVariables: is }: Definition): Difference[] {
  const members = memberDifferences(PLACE, was, is).map(({ kind, values }) =>
    difference(PLACE, kind === 'member_added' ? 'weighting_added' : 'weighting_removed', values),
  );
  return movedMembers(was, is).length > 0 ? [...members, difference(PLACE, 'weighting_reordered')] : members;
}
