import type { Request, Response } from 'express';
import type { Item } from '../../../survey-definitions/contract/index.js';
import { FormValuesSchema, type FormValues } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface, type ShownForm } from '../editing/editor.routes.js';
import { findingsFor } from '../lint/lintContext.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { MAKE_NEW } from './answerFields.js';
import { findItem } from './edits/items.js';
import type { ItemType } from './edits/retypeItem.js';
import { findSection } from './edits/sections.js';
import { findingsOfPart } from './findingMarks.viewModels.js';
import { addNewItem, changeItem } from './itemEdits.js';
import { itemTypeIn, itemValues } from './itemForm.js';
import { buildItemPage } from './itemForm.viewModels.js';
import { buildItemTypesPage } from './itemTypes.viewModels.js';
import { valueIn } from './formTexts.js';

/** The form of an item, and that of a new one, which begins with the choice of its type. */
export function registerItems({ editor, definitions }: DesignSurroundings): void {
  editor.page('/new-item', {
    show: (req, res, draft, form) => {
      const asked = form.values ?? FormValuesSchema.parse(req.query);
      const section = sectionIn(draft, valueIn(asked, form.values ? '_section' : 'section'));
      const type = itemTypeIn(asked);
      return type === null ? showTypes(req, res, draft, section) : showNewItem(req, res, draft, { type, section, form });
    },
    edit: (draft, req, values) => {
      const type = itemTypeIn(values);
      if (type === null) throw new AppError('badRequest', { message: 'a new item has a type' });
      return addNewItem(draft, type, sectionIn(draft, valueIn(values, '_section')), values, textsIn(req.language));
    },
  });

  editor.page('/items/:item', {
    show: (req, res, draft, form) => showItem(req, res, draft, form),
    edit: (draft, req, values) => {
      const published = draft.basedOn === null ? null : definitions.findDefinition(draft.questionnaire, draft.basedOn);
      return changeItem(draft, itemOf(req, draft).item, values, published, textsIn(req.language));
    },
  });
}

function sectionIn({ definition }: DraftRevision, id: string): string {
  if (findSection(definition, id) === null) throw new AppError('notFound', { message: 'the draft has no such section' });
  return id;
}

function itemOf(req: Request, { definition }: DraftRevision): { item: Item; section: { id: string } } {
  const found = findItem(definition, String(req.params.item));
  if (found === null) throw new AppError('notFound', { message: 'the draft has no such item' });
  return found;
}

async function showTypes(req: Request, res: Response, draft: DraftRevision, section: string): Promise<void> {
  const page = buildItemTypesPage(req.language, draft, section);
  await renderView(
    res,
    'design/itemTypes',
    { ...draftSurface(req, draft, { tab: 'structure', title: page.heading }), ...page },
    res.statusCode,
  );
}

/** A new question offers a new list of answers and the usual two special answers. */
const BEGINNING: FormValues = { list: MAKE_NEW, special: ['-1', '-2'], min: '0', max: '100', decimals: '1', maxLength: '500' };

interface NewItem {
  type: ItemType;
  section: string;
  form: ShownForm;
}

async function showNewItem(req: Request, res: Response, draft: DraftRevision, { type, section, form }: NewItem): Promise<void> {
  const beginning = type === 'date' ? { special: BEGINNING.special ?? [] } : BEGINNING;
  const values = form.values ?? beginning;
  const { faults } = form;
  const page = buildItemPage(req.language, {
    draft,
    item: null,
    type,
    section,
    values,
    posted: form.values,
    faults,
    findings: [],
  });
  const surface = draftSurface(req, draft, { tab: 'structure', title: page.heading, faults });
  await renderView(res, 'design/item', { ...surface, ...page }, res.statusCode);
}

async function showItem(req: Request, res: Response, draft: DraftRevision, { values, faults }: ShownForm): Promise<void> {
  const { item, section } = itemOf(req, draft);
  const shown = values ?? itemValues(item);
  const page = buildItemPage(req.language, {
    draft,
    item,
    type: item.type,
    section: section.id,
    values: shown,
    posted: values,
    faults,
    findings: findingsOfPart(findingsFor(req, draft), 'item', item.id),
  });
  const surface = draftSurface(req, draft, { tab: 'structure', title: page.heading, faults });
  await renderView(res, 'design/item', { ...surface, ...page }, res.statusCode);
}
