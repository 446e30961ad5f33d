import type { Definition } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, type FormField, type FormValues } from '../../accounts/index.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { titleIn } from '../editing/draftFrame.viewModels.js';
import { valueIn } from '../structure/formTexts.js';
import { sectionNameOf } from '../structure/itemWords.viewModels.js';
import { versionOf, type CatalogueSearch } from './search.js';

/** The form above the catalogue: words, questionnaire, section. */
export interface SearchForm {
  action: string;
  into: string;
  words: { label: string; value: string };
  fields: FormField[];
  submitLabel: string;
}

interface SearchMaterial {
  action: string;
  sources: readonly Definition[];
  search: CatalogueSearch;
  /** The section to which items will be added. */
  into: string;
}

export function searchForm(language: Language, { action, sources, search, into }: SearchMaterial): SearchForm {
  const t = textsIn(language);
  const { select } = fieldsOf({ from: search.from, section: search.section }, []);
  const named = new Map(
    sources.flatMap(({ sections }) => sections.map((section) => [section.id, sectionNameOf(section, language)])),
  );
  return {
    action,
    into,
    words: { label: t('designStructure.catalogue_words'), value: search.words },
    fields: [
      select('from', t('designStructure.catalogue_from'), [
        { value: '', label: t('designStructure.catalogue_all') },
        ...sources.map((source) => ({ value: versionOf(source), label: titleIn(source, language) })),
      ]),
      select('section', t('designStructure.catalogue_section'), [
        { value: '', label: t('designStructure.catalogue_all_sections') },
        ...[...named].map(([value, label]) => ({ value, label })),
      ]),
    ],
    submitLabel: t('designStructure.catalogue_search'),
  };
}

/** What a form or an address asks for; before anything is asked, the questionnaire for the same people. */
export function searchFrom(
  values: FormValues,
  sources: readonly Definition[],
  population: Definition['population'],
): CatalogueSearch {
  const usual = sources.find((source) => source.population === population);
  const from = values.from === undefined && usual ? versionOf(usual) : valueIn(values, 'from');
  return { words: valueIn(values, 'q').slice(0, 200), from, section: valueIn(values, 'section') };
}
