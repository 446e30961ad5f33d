import type { AnswerOption, CodeList, LocalizedText, Scale } from '../../../../survey-definitions/contract/index.js';
import { createIds } from '../xlsform/identifiers.js';

export type AnswerSets = ReturnType<typeof createAnswerSets>;

/** The lists and scales of a questionnaire; questions with the same answers share one. */
export function createAnswerSets(takenIds: Iterable<string>) {
  const freshId = createIds(takenIds);
  const ids = new Map<string, string>();
  const lists: CodeList[] = [];
  const scales: Scale[] = [];

  /** The id of what has this content; made by `make` where nothing has. */
  function shared(content: string, wantedId: string, make: (id: string) => void): string {
    const known = ids.get(content);
    if (known !== undefined) return known;
    const id = freshId(wantedId, 'answers');
    ids.set(content, id);
    make(id);
    return id;
  }

  return {
    lists,
    scales,
    list: (options: AnswerOption[], wantedId: string): string =>
      shared(`list ${JSON.stringify(options)}`, wantedId, (id) => lists.push({ id, options: options.map(labelled) })),
    scale: (options: AnswerOption[], layout: Scale['layout'], wantedId: string): string =>
      shared(`scale ${layout} ${JSON.stringify(options)}`, wantedId, (id) => scales.push({ id, layout, options, topCodes: [] })),
  };
}

const NO_TEXT: LocalizedText = { kk: '', ru: '', en: '' };

function labelled(option: AnswerOption): CodeList['options'][number] {
  return { ...option, label: option.label ?? NO_TEXT };
}
