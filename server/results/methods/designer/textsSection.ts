import { LANGUAGES, type LocalizedText } from '../../../i18n/index.js';
import type { FormReader } from './formReader.js';
import { languageFields, languageValues } from './languageFields.js';
import type { DraftSection, Scene } from './section.js';

/** Name, description and sources of a method in three languages. */
export function textsSection({ method, t }: Scene): DraftSection {
  const linesOf = (language: (typeof LANGUAGES)[number]): string => method.sources.map((source) => source[language]).join('\n');
  return {
    heading: t('methods.texts'),
    intro: [t('methods.texts_intro')],
    values: {
      ...languageValues('name', method.name),
      ...languageValues('description', method.description),
      ...Object.fromEntries(LANGUAGES.map((language) => [`sources.${language}`, linesOf(language)])),
    },
    fields: (make) => [
      languageFields(make, 'name', t('methods.field_name')),
      languageFields(make, 'description', t('methods.field_description'), { rows: 8 }),
      languageFields(make, 'sources', t('methods.field_sources'), { rows: 5, hint: t('methods.sources_hint') }),
    ],
    change: (read) => ({
      ...method,
      name: read.texts('name'),
      description: read.texts('description'),
      sources: sourcesIn(read),
    }),
  };
}

/** A source stands on the same line in every language. */
function sourcesIn(read: FormReader): LocalizedText[] {
  const lines = LANGUAGES.map((language) =>
    read
      .text(`sources.${language}`)
      .split('\n')
      .map((line) => line.trim()),
  );
  const count = Math.max(...lines.map(({ length }) => length));
  const shorter = LANGUAGES.find((_, at) => lines[at]?.length !== count);
  if (shorter) read.refuse(`sources.${shorter}`, 'methods.error_sources', { count });
  const sources = Array.from({ length: count }, (_, at) => textAt(lines, at));
  return sources.filter((source) => LANGUAGES.some((language) => source[language] !== ''));
}

function textAt(lines: readonly (readonly string[])[], at: number): LocalizedText {
  const [kk = '', ru = '', en = ''] = lines.map((ofLanguage) => ofLanguage[at] ?? '');
  return { kk, ru, en };
}
