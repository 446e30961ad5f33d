import { itemsInOrder, type Definition, type Item } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { Texts } from '../../i18n/index.js';
import { idFaultsAmong } from '../measurement/memberIds.js';
import { freeId } from '../structure/edits/freeId.js';
import { tickedIn, valueIn } from '../structure/formTexts.js';

type StraightlineSet = Definition['straightlineSets'][number];
type ScaleItem = Extract<Item, { type: 'scale' }>;

export function scaleItems(definition: Definition): ScaleItem[] {
  return itemsInOrder(definition).filter((item) => item.type === 'scale');
}

/** Boxes stand under the scale that they share, because a set may not mix scales. */
export function boxesOf(scale: string): string {
  return `items.${scale}`;
}

interface Before {
  definition: Definition;
  member: StraightlineSet | null;
  t: Texts;
}

export function readStraightlineSet(values: FormValues, { definition, member, t }: Before) {
  const others = definition.straightlineSets.filter((set) => set !== member);
  const taken = new Set(others.map(({ id }) => id));
  const id = valueIn(values, 'id') || freeId('set', taken);
  const chosen = scaleItems(definition).filter((item) => tickedIn(values, boxesOf(item.scale)).includes(item.id));
  const [first] = chosen;
  const field = boxesOf(first?.scale ?? scaleItems(definition)[0]?.scale ?? '');
  const faults = idFaultsAmong(id, taken, t);
  if (chosen.length < 2) faults.unshift({ field, message: t('designMeasurement.error_straightline_few') });
  if (chosen.some(({ scale }) => scale !== first?.scale))
    faults.unshift({ field, message: t('designMeasurement.error_straightline_scales') });
  const kept = member?.items.filter((item) => chosen.some((each) => each.id === item)) ?? [];
  const items = [...new Set([...kept, ...chosen.map((item) => item.id)])];
  return faults.length > 0 ? { faults } : { member: { id, items } };
}
