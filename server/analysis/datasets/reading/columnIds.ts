/** Kazakh and Russian letters as the Latin ones of column names. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k' },
  ...{ қ: 'q', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u' },
  ...{ ф: 'f', х: 'kh', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', і: 'i', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};
const LONGEST = 40;
/** Names that R and the key columns need for themselves. */
const RESERVED = ['town', 'year', 'if', 'else', 'for', 'in', 'while', 'repeat', 'function', 'next', 'break'];

/** Names of columns for programs, made of their headings: lower snake case in Latin letters, each once. */
export function columnIdsFrom(headings: readonly string[]): string[] {
  const taken = new Set(RESERVED);
  return headings.map((heading, at) => {
    const base = snakeCase(heading) || `column_${at + 1}`;
    let id = base;
    for (let number = 2; taken.has(id); number += 1) id = `${base.slice(0, LONGEST - 4)}_${number}`;
    taken.add(id);
    return id;
  });
}

function snakeCase(heading: string): string {
  const letters = Array.from(heading.toLowerCase().replaceAll('%', ' per cent '), (letter) => LATIN[letter] ?? letter).join('');
  const words = letters
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, LONGEST)
    .replace(/_+$/, '');
  return /^\d/.test(words) ? `c_${words}`.slice(0, LONGEST) : words;
}
