/** The columns that say what a row is about. */
export type KeyColumn = 'unit' | 'year' | 'region' | 'sector' | 'activity' | 'national';

/** Beginnings of headings in three languages, the surer ones first. */
const WORDS: Readonly<Record<KeyColumn, readonly string[]>> = {
  unit: [
    'town', 'city', 'қала', 'моноқала', 'город', 'моногород', 'settlement', 'елді мекен', 'населенный пункт', 'district',
    'аудан', 'район', 'municipality', 'муниципал', 'region', 'oblast', 'province', 'өңір', 'аймақ', 'облыс', 'регион',
    'область', 'country', 'ел', 'страна', 'firm', 'company', 'enterprise', 'фирма', 'кәсіпорын', 'компания', 'предприятие',
    'organisation', 'organization', 'ұйым', 'организация', 'unit', 'объект', 'нысан', 'entity', 'individual', 'id', 'code',
    'код',
  ],
  year: [
    'year', 'жыл', 'жылы', 'год', 'years', 'жылдар', 'годы', 'period', 'кезең', 'период', 'date', 'күні', 'дата',
  ],
  region: [
    'region', 'oblast', 'province', 'өңір', 'аймақ', 'облыс', 'регион', 'область', 'town', 'city', 'қала', 'город', 'unit',
  ],
  sector: [
    'sector', 'section', 'сектор', 'секция', 'industry', 'broad sector', 'сала', 'отрасль',
  ],
  activity: [
    'activity', 'subsector', 'sub-sector', 'қызмет түрі', 'қызмет', 'кіші сала', 'вид деятельности', 'подотрасль', 'код оквэд',
    'окэд', 'эқжж',
  ],
  national: [
    'national', 'country', 'kazakhstan', 'ел бойынша', 'республика бойынша', 'қазақстан', 'по стране', 'по республике',
    'казахстан', 'национальный итог',
  ],
}; // prettier-ignore

/**
 * Which column is the key, by its heading: the whole heading first, else one that begins with such a word.
 * -1 if there is none.
 */
export function keyColumnIn(headings: readonly string[], key: KeyColumn, except: readonly number[] = []): number {
  const plain = headings.map((heading, at) => (except.includes(at) ? '' : plainWords(heading)));
  const fits: ((heading: string, word: string) => boolean)[] = [
    (heading, word) => heading === word,
    (heading, word) => heading.startsWith(`${word} `),
  ];
  for (const fit of fits)
    for (const word of WORDS[key]) {
      const at = plain.findIndex((heading) => fit(heading, word));
      if (at >= 0) return at;
    }
  return -1;
}

function plainWords(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\d-]+/gu, ' ')
    .trim();
}
