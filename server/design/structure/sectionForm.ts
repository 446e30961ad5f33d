import {
  ItemIdSchema,
  itemsOf,
  type Definition,
  type LocalizedText,
  type Section,
} from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { Texts } from '../../i18n/index.js';
import { freeId } from './edits/freeId.js';
import { idFromText } from './edits/idFromText.js';
import { takenSectionIds } from './edits/sections.js';
import { optionalTextFrom, textValues, tickedIn, valueIn } from './formTexts.js';

type SectionReading = { section: Section } | { faults: FieldFault[] };

/** A section as its form shows it. */
export function sectionValues(section: Section): FormValues {
  const groups = section.randomised.map((group, at) => [`group.${at}`, group]);
  return {
    id: section.id,
    ...textValues('title', section.title),
    ...textValues('hint', section.hint),
    ...(Object.fromEntries(groups) as FormValues),
  };
}

/** What a form makes of a section; its items stay. */
export function readSection(values: FormValues, before: Section, definition: Definition, t: Texts): SectionReading {
  const title = optionalTextFrom(values, 'title');
  const hint = optionalTextFrom(values, 'hint');
  const taken = takenSectionIds(definition);
  taken.delete(before.id);
  const id = valueIn(values, 'id') || idOf(title, taken);
  const randomised = groupsIn(values, before);
  const faults = [...idFaults(id, taken, t), ...groupFaults(randomised, before, t)];
  if (faults.length > 0) return { faults };
  const groups = randomised.map(({ group }) => group);
  return { section: { id, ...(title && { title }), ...(hint && { hint }), items: before.items, randomised: groups } };
}

function idOf(title: LocalizedText | undefined, taken: ReadonlySet<string>): string {
  return title ? idFromText(title, 'section', taken) : freeId('section', taken);
}

export function idFaults(id: string, taken: ReadonlySet<string>, t: Texts): FieldFault[] {
  if (!ItemIdSchema.safeParse(id).success) return [{ field: 'id', message: t('designStructure.error_id') }];
  return taken.has(id) ? [{ field: 'id', message: t('designStructure.error_id_taken') }] : [];
}

interface TickedGroup {
  field: string;
  /** In the order of the section. */
  group: string[];
}

/** One group more than the section has can be ticked; a group without ticks is dissolved. */
function groupsIn(values: FormValues, { items, randomised }: Section): TickedGroup[] {
  return Array.from({ length: randomised.length + 1 }, (_, at) => `group.${at}`).flatMap((field) => {
    const ticked = tickedIn(values, field);
    const group = items.map(({ id }) => id).filter((id) => ticked.includes(id));
    return group.length === 0 ? [] : [{ field, group }];
  });
}

function groupFaults(groups: TickedGroup[], { items }: Section, t: Texts): FieldFault[] {
  const ids = items.map(({ id }) => id);
  return groups.flatMap(({ field, group }, at) => {
    const first = ids.indexOf(group[0] ?? '');
    const members = items.slice(first, first + group.length);
    const others = groups.toSpliced(at, 1).flatMap((other) => other.group);
    const key =
      group.length < 2
        ? 'error_group_of_one'
        : members.some(({ id }) => !group.includes(id))
          ? 'error_group_apart'
          : group.some((id) => others.includes(id))
            ? 'error_group_twice'
            : members.some(({ when }) => when && itemsOf(when).some((id) => group.includes(id)))
              ? 'error_group_dependent'
              : null;
    return key === null ? [] : [{ field, message: t(`designStructure.${key}`) }];
  });
}
