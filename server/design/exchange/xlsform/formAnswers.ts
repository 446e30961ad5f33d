import type { AnswerOption, CodeList, Scale } from '../../../../survey-definitions/contract/index.js';
import type { FormLists, FormOption } from './formLists.js';
import { createIds } from './identifiers.js';
import { inAllLanguages } from './inAllLanguages.js';
import type { OwnList } from './ownSheets.js';

const OTHER = 'other';
/** A range with more steps than this is a number to type in. */
const MOST_STEPS = 21;

export type FormAnswers = ReturnType<typeof createFormAnswers>;

/** Turns the lists of a form into code lists and scales, as the questions ask for them. */
export function createFormAnswers(formLists: FormLists, ownLists: readonly OwnList[], takenIds: Iterable<string>) {
  const freshId = createIds([...takenIds, ...ownLists.map(({ id }) => id)]);
  const places = new Map<string, OwnList>(ownLists.map((list) => [list.listName, list]));
  const lists: CodeList[] = [];
  const scales: Scale[] = [];
  const renamed: { listName: string; id: string }[] = [];

  for (const own of ownLists) {
    const options = optionsOf(own.listName);
    if (own.kind === 'list') lists.push({ id: own.id, options: options.map(labelled) });
    else scales.push({ id: own.id, layout: own.layout, options, topCodes: own.topCodes });
  }
  for (const [listName, options] of formLists)
    if (!places.has(listName) && options.length > 0) addList(listName, optionsOf(listName), listName);

  function optionsOf(listName: string): AnswerOption[] {
    return (formLists.get(listName) ?? []).map(({ option }) => option);
  }

  function addList(listName: string, options: AnswerOption[], wantedId: string): OwnList {
    const id = freshId(wantedId, 'list');
    if (id !== wantedId) renamed.push({ listName, id });
    const place: OwnList = { listName, id, kind: 'list', layout: 'list', topCodes: [] };
    places.set(listName, place);
    lists.push({ id, options: options.map(labelled) });
    return place;
  }

  return {
    lists,
    scales,
    /** Lists whose names are no ids. */
    renamed,
    find: (listName: string): OwnList | undefined => places.get(listName),
    /** The list with an answer "Other" that opens a text field. */
    withOther(listName: string): OwnList {
      const key = `${listName} or_other`;
      const options = formLists.get(listName) ?? [];
      return places.get(key) ?? addList(key, withOtherOption(options), `${listName}_other`);
    },
    /** A scale of numbered steps; null where the steps are none of one, or too many. */
    range(start: number, end: number, step: number): string | null {
      const count = end - start + 1;
      if (step !== 1 || !Number.isInteger(start) || !Number.isInteger(count) || start < 0 || count < 2 || count > MOST_STEPS)
        return null;
      const key = `range ${start} ${end}`;
      const place = places.get(key) ?? {
        listName: key,
        id: freshId(`range_${start}_${end}`, 'range'),
        kind: 'scale' as const,
        layout: 'steps' as const,
        topCodes: [],
      };
      if (!places.has(key)) {
        const options = Array.from({ length: count }, (_, at) => ({ code: start + at }));
        scales.push({ id: place.id, layout: 'steps', options, topCodes: [] });
      }
      places.set(key, place);
      return place.id;
    },
  };
}

/** Every answer of a list has a label, be it empty. */
function labelled(option: AnswerOption): CodeList['options'][number] {
  return { ...option, label: option.label ?? { kk: '', ru: '', en: '' } };
}

function withOtherOption(options: FormOption[]): AnswerOption[] {
  const others = options.map(({ option }) => option);
  const code = Math.max(0, ...others.map((option) => option.code)) + 1;
  const known = options.some(({ name }) => name === OTHER);
  return known
    ? options.map(({ name, option }) => (name === OTHER ? { ...option, text: true } : option))
    : [...others, { code, label: inAllLanguages('designExchange.other'), text: true, name: OTHER }];
}
