import {
  itemsInOrder,
  isQuestion,
  type Definition,
  type Item,
  type Section,
} from '../../../survey-definitions/contract/index.js';
import { summaryOf, type ErrorSummary } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import { conditionInWords } from '../conditions/conditionInWords.js';
import { textIn, type DraftFrame } from '../editing/draftFrame.viewModels.js';
import type { Finding } from '../lint/finding.js';
import { addressOfPlace, draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { findingMarks, type FindingMark } from './findingMarks.viewModels.js';
import { indicatorCodesOf, questionOf, sectionNameOf, typeInWords } from './itemWords.viewModels.js';
import { outlineTools, type OutlineTools } from './outlineTools.viewModels.js';
import { referencesByItem } from './edits/references.js';

interface OutlineItem extends OutlineTools {
  id: string;
  /** Number of the question in the questionnaire; a note has none. */
  number: string;
  question: string;
  href: string;
  facts: string;
  condition: string | null;
  randomised: string | null;
  indicators: string[];
  mark: FindingMark | null;
}

interface OutlineSection extends OutlineTools {
  id: string;
  name: string;
  hint: string;
  href: string;
  count: string;
  mark: FindingMark | null;
  items: OutlineItem[];
  empty: string | null;
  additions: { label: string; href: string }[];
}

export type StructurePage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  summary: ErrorSummary | null;
  notice: { words: string; items: { label: string; href: string }[] } | null;
  action: string;
  sections: OutlineSection[];
  additions: { label: string; href: string }[];
  indicatorsLabel: string;
  /** What is said aloud while items are moved with JavaScript. */
  spoken: { moved: string; help: string; failed: string };
};

declare module '../../http/views.js' {
  interface Views {
    'design/structure': StructurePage;
  }
}

interface StructureMaterial {
  draft: DraftRevision;
  findings: readonly Finding[];
  faults: FieldFault[];
  /** Items that came from the catalogue and lost their condition. */
  unconditioned: string[];
}

export function buildStructurePage(
  language: Language,
  { draft, findings, faults, unconditioned }: StructureMaterial,
): Omit<StructurePage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const { questionnaire, definition } = draft;
  const address = draftAddress(questionnaire);
  const known = itemsInOrder(definition).filter(({ id }) => unconditioned.includes(id));
  const material = {
    t,
    language,
    definition,
    questionnaire,
    marks: findingMarks(findings, questionnaire, t),
    numbers: numbersOf(definition),
    references: referencesByItem(definition),
  };
  return {
    heading: t('designStructure.outline_title'),
    explanation: t('designStructure.outline_explanation'),
    summary: summaryOf(faults, t),
    notice:
      known.length === 0
        ? null
        : {
            words: t('designStructure.conditions_dropped'),
            items: known.map((item) => ({ label: questionOf(item, language), href: `${address}/items/${item.id}` })),
          },
    action: address,
    sections: definition.sections.map((section, at) => outlineSection(section, at, material)),
    additions: [{ label: t('designStructure.add_section'), href: `${address}/new-section` }],
    indicatorsLabel: t('designStructure.feeds'),
    spoken: {
      moved: t('designStructure.spoken_moved', { place: '{place}' }),
      help: t('designStructure.spoken_help'),
      failed: t('designStructure.spoken_failed'),
    },
  };
}

interface RowMaterial {
  t: Texts;
  language: Language;
  definition: Definition;
  questionnaire: string;
  marks: (part: 'section' | 'item', id: string) => FindingMark | null;
  numbers: ReadonlyMap<string, string>;
  references: ReturnType<typeof referencesByItem>;
}

function outlineSection(section: Section, at: number, material: RowMaterial): OutlineSection {
  const { t, language, definition, questionnaire, marks } = material;
  const { id, items } = section;
  const address = draftAddress(questionnaire);
  const name = sectionNameOf(section, language);
  const [first, last] = [at === 0, at === definition.sections.length - 1];
  return {
    id,
    name,
    hint: section.hint ? textIn(section.hint, language) : '',
    href: addressOfPlace(questionnaire, { part: 'section', id }),
    count: t('designStructure.n_items', { count: items.length }),
    mark: marks('section', id),
    ...outlineTools({ part: 'section', id, name, first, last, removedAtOnce: items.length === 0 }, questionnaire, t),
    items: items.map((item, i) =>
      outlineItem(item, section, { first: first && i === 0, last: last && i === items.length - 1 }, material),
    ),
    empty: items.length === 0 ? t('designStructure.empty_section') : null,
    additions: [
      { label: t('designStructure.add_item'), href: `${address}/new-item?section=${id}` },
      { label: t('designStructure.add_from_catalogue'), href: `${address}/catalogue?into=${id}` },
    ],
  };
}

function outlineItem(item: Item, section: Section, edges: { first: boolean; last: boolean }, material: RowMaterial): OutlineItem {
  const { t, language, definition, questionnaire, marks, numbers, references } = material;
  const { id } = item;
  const question = questionOf(item, language);
  return {
    id,
    number: numbers.get(id) ?? '',
    question,
    href: addressOfPlace(questionnaire, { part: 'item', id }),
    facts: typeInWords(item, language),
    condition: item.when ? conditionInWords(item.when, definition, language) : null,
    randomised: section.randomised.some((group) => group.includes(id)) ? t('designStructure.in_random_order') : null,
    indicators: indicatorCodesOf(definition, id),
    mark: marks('item', id),
    ...outlineTools({ part: 'item', id, name: question, ...edges, removedAtOnce: !references.has(id) }, questionnaire, t),
  };
}

function numbersOf(definition: Definition): Map<string, string> {
  const questions = itemsInOrder(definition).filter(isQuestion);
  return new Map(questions.map(({ id }, at) => [id, String(at + 1)]));
}
