import type { Definition } from '../../../survey-definitions/contract/index.js';
import { fieldsOf, summaryOf, type ErrorSummary, type FormField, type FormValues } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { titleIn, type DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { findItem } from '../structure/edits/items.js';
import { tickedIn } from '../structure/formTexts.js';
import { indicatorCodesOf, questionOf, sectionNameOf, typeInWords } from '../structure/itemWords.viewModels.js';
import { searchForm, type SearchForm } from './searchForm.viewModels.js';
import { findEntries, versionOf, type CatalogueEntry, type CatalogueSearch } from './search.js';

interface CatalogueItem {
  value: string;
  checked: boolean;
  question: string;
  facts: string;
  source: string | null;
  indicators: string[];
  /** Said where the draft has an item of this id. */
  present: string | null;
}

export type CataloguePage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  back: { label: string; href: string };
  summary: ErrorSummary | null;
  search: SearchForm;
  found: string;
  action: string;
  hidden: { name: string; value: string }[];
  groups: { heading: string; items: CatalogueItem[] }[];
  indicatorsLabel: string;
  target: FormField[];
  submitLabel: string;
};

declare module '../../http/views.js' {
  interface Views {
    'design/catalogue': CataloguePage;
  }
}

interface CatalogueMaterial {
  draft: DraftRevision;
  sources: readonly Definition[];
  search: CatalogueSearch;
  /** The section to which the items are added. */
  into: string;
  /** The form as it was posted; null when the page is opened. */
  posted: FormValues | null;
  faults: FieldFault[];
}

export function buildCataloguePage(language: Language, material: CatalogueMaterial): Omit<CataloguePage, 'layout' | 'frame'> {
  const { draft, sources, search, into, posted, faults } = material;
  const t = textsIn(language);
  const address = draftAddress(draft.questionnaire);
  const entries = findEntries(sources, search);
  const values = posted ?? { into, indicators: '1' };
  const { select, choices } = fieldsOf(values, faults);
  const sections = draft.definition.sections.map((section) => ({ value: section.id, label: sectionNameOf(section, language) }));
  return {
    heading: t('designStructure.catalogue_title'),
    explanation: t('designStructure.catalogue_explanation'),
    back: { label: t('designStructure.back_to_outline'), href: address },
    summary: summaryOf(faults, t),
    search: searchForm(language, { action: `${address}/catalogue`, sources, search, into }),
    found: t('designStructure.catalogue_found', { count: entries.length }),
    action: `${address}/catalogue`,
    hidden: [
      { name: '_revision', value: String(draft.revision) },
      { name: 'q', value: search.words },
      { name: 'from', value: search.from },
      { name: 'section', value: search.section },
    ],
    groups: groupsOf(entries, language, { draft, ticked: tickedIn(values, 'items') }),
    indicatorsLabel: t('designStructure.feeds'),
    target: [
      select('into', t('designStructure.catalogue_into'), sections),
      choices(
        'indicators',
        t('designStructure.catalogue_indicators'),
        [{ value: '1', label: t('designStructure.catalogue_indicators_yes') }],
        {
          type: 'checkbox',
          hint: t('designStructure.catalogue_indicators_hint'),
        },
      ),
    ],
    submitLabel: t('designStructure.catalogue_submit'),
  };
}

function groupsOf(
  entries: CatalogueEntry[],
  language: Language,
  { draft, ticked }: { draft: DraftRevision; ticked: string[] },
): CataloguePage['groups'] {
  const groups = new Map<string, CatalogueItem[]>();
  for (const entry of entries) {
    const heading = `${titleIn(entry.source, language)} · ${sectionNameOf(entry.section, language)}`;
    const row = catalogueItem(entry, language, { draft, ticked });
    groups.set(heading, [...(groups.get(heading) ?? []), row]);
  }
  return [...groups].map(([heading, items]) => ({ heading, items }));
}

function catalogueItem(
  { source, item }: CatalogueEntry,
  language: Language,
  { draft, ticked }: { draft: DraftRevision; ticked: string[] },
): CatalogueItem {
  const t = textsIn(language);
  const value = `${versionOf(source)}/${item.id}`;
  return {
    value,
    checked: ticked.includes(value),
    question: questionOf(item, language),
    facts: `${item.id} · ${typeInWords(item, language)}`,
    source: item.source === undefined ? null : `${t('designStructure.source')}: ${item.source}`,
    indicators: indicatorCodesOf(source, item.id),
    present: findItem(draft.definition, item.id) === null ? null : t('designStructure.catalogue_present'),
  };
}
