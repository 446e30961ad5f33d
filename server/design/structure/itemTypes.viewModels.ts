import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { ITEM_TYPES } from './edits/retypeItem.js';

export type ItemTypesPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  back: { label: string; href: string };
  types: { label: string; explanation: string; href: string }[];
};

declare module '../../http/views.js' {
  interface Views {
    'design/itemTypes': ItemTypesPage;
  }
}

export function buildItemTypesPage(
  language: Language,
  { questionnaire }: DraftRevision,
  section: string,
): Omit<ItemTypesPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const address = draftAddress(questionnaire);
  return {
    heading: t('designStructure.choose_type'),
    back: { label: t('designStructure.back_to_outline'), href: `${address}#section-${section}` },
    types: ITEM_TYPES.map((type) => ({
      label: t(`designStructure.type_${type}`),
      explanation: t(`designStructure.explain_${type}`),
      href: `${address}/new-item?section=${section}&type=${type}`,
    })),
  };
}
