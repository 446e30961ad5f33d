import type { LocalizedText } from '../../../../survey-definitions/contract/index.js';
import { freeId } from './freeId.js';

const LATIN_LETTERS: Record<string, string> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', қ: 'q',
  л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h',
  һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'y', і: 'i', ь: '', э: 'e', ю: 'yu', я: 'ya',
}; // prettier-ignore

/** English words that tell questions apart from nothing. */
const EMPTY_WORDS = new Set(
  'a an and are as at been by can did do does for from had has have how in is it its many much of on or that the their them there these this to was were what when where which who will with would you your'.split(
    ' ',
  ),
);
const MOST_WORDS = 4;
const MOST_LETTERS = 30;

/**
 * An id that a reader of a data file understands: the telling words of the English text, else of the Russian or Kazakh one in
 * Latin letters.
 *
 * @example idFromText({ kk: '', ru: '', en: 'How satisfied are you with your housing?' }, 'item', new Set()) // 'satisfied_housing'
 */
export function idFromText({ en, ru, kk }: LocalizedText, otherwise: string, taken: ReadonlySet<string>): string {
  const words = [en, ru, kk].map(tellingWords).find((found) => found.length > 0) ?? [];
  let id = '';
  for (const word of words.slice(0, MOST_WORDS)) {
    const longer = id === '' ? word.slice(0, MOST_LETTERS) : `${id}_${word}`;
    if (longer.length > MOST_LETTERS) break;
    id = longer;
  }
  return freeId(id === '' ? otherwise : /^[a-z]/.test(id) ? id : `q_${id}`, taken);
}

function tellingWords(text: string): string[] {
  const latin = text.toLowerCase().replace(/\p{L}/gu, (letter) => LATIN_LETTERS[letter] ?? letter);
  const words = latin
    .normalize('NFD')
    .replace(/[\u0300-\u036f]|\{\w+\}/g, '')
    .match(/[a-z0-9]+/g);
  const telling = words?.filter((word) => !EMPTY_WORDS.has(word)) ?? [];
  return telling.length > 0 ? telling : (words ?? []);
}
