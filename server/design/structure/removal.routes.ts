import type { Request, Response } from 'express';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { draftSurface, type Edit } from '../editing/editor.routes.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { findItem, removeItem } from './edits/items.js';
import { isFirm, referencesTo } from './edits/references.js';
import { findSection, removeSection } from './edits/sections.js';
import { withdrawItems } from './edits/withdrawItems.js';
import { questionOf, sectionNameOf } from './itemWords.viewModels.js';
import { buildRemovalPage } from './removal.viewModels.js';

interface Removable {
  part: 'item' | 'section';
  id: string;
  name: string;
  /** The items that go. */
  items: string[];
  without: Definition;
  anchor: string;
}

/** The pages that ask before a question or a section goes on which something depends. */
export function registerRemovals({ editor }: DesignSurroundings): void {
  for (const part of ['item', 'section'] as const) {
    const find = part === 'item' ? removableItem : removableSection;
    const removableOf = (req: Request, draft: DraftRevision) =>
      find(draft.definition, String(req.params[part]), req.language) ?? gone(part);
    editor.page(`/${part}s/:${part}/remove`, {
      show: (req, res, draft, { faults }) => showRemoval(req, res, draft, removableOf(req, draft), faults),
      edit: (draft, req) => removed(draft, removableOf(req, draft), req.language),
    });
  }
}

function removableItem(definition: Definition, id: string, language: Language): Removable | null {
  const found = findItem(definition, id);
  if (found === null) return null;
  const name = questionOf(found.item, language);
  return { part: 'item', id, name, items: [id], without: removeItem(definition, id), anchor: `section-${found.section.id}` };
}

function removableSection(definition: Definition, id: string, language: Language): Removable | null {
  const section = findSection(definition, id);
  if (section === null) return null;
  const items = section.items.map((item) => item.id);
  const name = sectionNameOf(section, language);
  return { part: 'section', id, name, items, without: removeSection(definition, id), anchor: 'outline' };
}

function removed(
  { definition, questionnaire }: DraftRevision,
  { part, id, items, without, anchor }: Removable,
  language: Language,
): Edit {
  if (referencesTo(definition, items).some(isFirm))
    return { faults: [{ field: 'firm', message: textsIn(language)(`designStructure.remove_${part}_firm`) }] };
  return {
    definition: withdrawItems(without, items),
    deed: { key: `designStructure.deed_${part}_removed`, values: { id } },
    next: `${draftAddress(questionnaire)}#${anchor}`,
  };
}

async function showRemoval(req: Request, res: Response, draft: DraftRevision, removable: Removable, faults: FieldFault[]) {
  const { part, id, name, items } = removable;
  const references = referencesTo(draft.definition, items);
  const action = `${draftAddress(draft.questionnaire)}/${part}s/${id}/remove`;
  const page = buildRemovalPage(req.language, { draft, part, name, references, faults, action });
  const surface = draftSurface(req, draft, { tab: 'structure', title: page.heading, faults });
  await renderView(res, 'design/removal', { ...surface, ...page }, res.statusCode);
}

function gone(part: string): never {
  throw new AppError('notFound', { message: `the draft has no such ${part}` });
}
