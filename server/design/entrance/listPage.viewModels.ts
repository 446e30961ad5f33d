import { questionsInOrder, type Definition } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../accounts/index.js';
import type { Definitions } from '../../definitions/index.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, formatInteger, textsIn, type Language } from '../../i18n/index.js';
import { titleIn } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';

export type ListPage = PageModel & {
  heading: string;
  explanation: string;
  begin: { label: string; href: string }[];
  tables: TableModel[];
};

declare module '../../http/views.js' {
  interface Views {
    'design/list': ListPage;
  }
}

interface ListMaterial {
  drafts: readonly DraftRevision[];
  definitions: Definitions;
}

export function buildListPage(language: Language, { drafts, definitions }: ListMaterial): Omit<ListPage, 'layout'> {
  const t = textsIn(language);
  return {
    heading: t('design.title'),
    explanation: t('design.explanation'),
    begin: [
      { label: t('design.new'), href: '/design/new' },
      { label: t('design.new_file'), href: '/design/import' },
    ],
    tables: [draftTable(language, drafts), publishedTable(language, definitions)],
  };
}

function draftTable(language: Language, drafts: readonly DraftRevision[]): TableModel {
  const t = textsIn(language);
  return {
    id: 'drafts',
    heading: t('design.drafts'),
    columns: [
      column(t('design.col_questionnaire')),
      column(t('design.col_version')),
      column(t('design.col_population')),
      column(t('design.col_questions'), { figure: true }),
      column(t('design.col_changed')),
    ],
    rows: drafts.map(({ questionnaire, definition, at, by }) => [
      cell(titleIn(definition, language), { href: draftAddress(questionnaire), note: questionnaire }),
      cell(t('design.version_n', { version: definition.version })),
      cell(t(`interface.lbl_${definition.population}`)),
      cell(formatInteger(questionsInOrder(definition).length, language), { figure: true }),
      cell(formatDate(at.toISOString().slice(0, 10), language), { note: by }),
    ]),
    empty: t('design.no_drafts'),
  };
}

function publishedTable(language: Language, { definitions, builtIn, isRetired }: Definitions): TableModel {
  const t = textsIn(language);
  const state = (definition: Definition) => {
    if (isRetired(definition.id, definition.version)) return cell(t('design.state_retired'), { tone: 'plain' });
    return cell(t('design.state_published'), {
      tone: 'good',
      note: builtIn.includes(definition) ? t('design.state_built_in') : null,
    });
  };
  return {
    id: 'published',
    heading: t('design.published'),
    columns: [
      column(t('design.col_questionnaire')),
      column(t('design.col_version')),
      column(t('design.col_population')),
      column(t('design.col_questions'), { figure: true }),
      column(t('design.col_state')),
    ],
    rows: definitions.map((definition) => [
      cell(titleIn(definition, language), {
        href: `/design/${definition.id}/versions/${definition.version}`,
        note: definition.id,
      }),
      cell(t('design.version_n', { version: definition.version })),
      cell(t(`interface.lbl_${definition.population}`)),
      cell(formatInteger(questionsInOrder(definition).length, language), { figure: true }),
      state(definition),
    ]),
    empty: '',
  };
}
