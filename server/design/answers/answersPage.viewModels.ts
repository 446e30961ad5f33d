import type { Definition } from '../../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../../accounts/index.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, textsIn, type Language } from '../../i18n/index.js';
import { textIn, type DraftFrame } from '../editing/draftFrame.viewModels.js';
import { addressOfPlace, draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { itemsWithAnswers, type AnswerKind } from './answerSets.js';

export type AnswersPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  parts: { table: TableModel; add: { label: string; href: string } }[];
};

declare module '../../http/views.js' {
  interface Views {
    'design/answers': AnswersPage;
  }
}

export function buildAnswersPage(
  language: Language,
  { definition, questionnaire }: DraftRevision,
): Omit<AnswersPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  return {
    heading: t('designStructure.answers_title'),
    explanation: t('designStructure.answers_explanation'),
    parts: (['scale', 'list'] as const).map((kind) => ({
      table: answersTable(kind, definition, questionnaire, language),
      add: { label: t(`designStructure.new_${kind}`), href: `${draftAddress(questionnaire)}/new-${kind}` },
    })),
  };
}

function answersTable(kind: AnswerKind, definition: Definition, questionnaire: string, language: Language): TableModel {
  const t = textsIn(language);
  return {
    id: `${kind}s`,
    heading: t(`designStructure.${kind}s`),
    columns: [
      column(t('designStructure.col_name')),
      column(t('designStructure.col_answers')),
      column(t('designStructure.col_used'), { figure: true }),
    ],
    rows: definition[`${kind}s`].map((set) => {
      const users = itemsWithAnswers(definition, kind, set.id);
      const layout = 'layout' in set ? t(`designStructure.layout_${set.layout}`) : null;
      return [
        cell(set.id, { href: addressOfPlace(questionnaire, { part: kind, id: set.id }), note: layout }),
        cell(labelsInWords(set.options, language), { note: t('designStructure.n_answers', { count: set.options.length }) }),
        users.length === 0
          ? cell(t('designStructure.unused'), { tone: 'plain' })
          : cell(formatInteger(users.length, language), { figure: true }),
      ];
    }),
    empty: t(`designStructure.no_${kind}s`),
  };
}

const SHOWN_LABELS = 4;

/** The first answers and the last one. */
export function labelsInWords(options: { code: number; label?: Definition['title'] | undefined }[], language: Language): string {
  const labels = options.map(({ code, label }) => (label ? textIn(label, language) : '') || String(code));
  if (labels.length <= SHOWN_LABELS + 1) return labels.join(' · ');
  return [...labels.slice(0, SHOWN_LABELS - 1), '…', labels.at(-1) ?? ''].join(' · ');
}
