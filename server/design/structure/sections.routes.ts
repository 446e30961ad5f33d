import type { Request, Response } from 'express';
import type { Section } from '../../../survey-definitions/contract/index.js';
import { AppError } from '../../errors.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface, type Edit, type ShownForm } from '../editing/editor.routes.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { renamedStatuses } from './edits/renamedStatuses.js';
import { addSection, findSection, replaceSection } from './edits/sections.js';
import { unlessEqual } from './edits/unlessEqual.js';
import { readSection, sectionValues } from './sectionForm.js';
import { buildSectionPage } from './sectionForm.viewModels.js';

const NEW_SECTION: Section = { id: '', items: [], randomised: [] };

/** The form of a section, and that of a new one. */
export function registerSections({ editor }: DesignSurroundings): void {
  editor.page('/new-section', {
    show: (req, res, draft, form) => showSection(req, res, draft, null, form),
    edit: (draft, req, values): Edit => {
      const read = readSection(values, NEW_SECTION, draft.definition, textsIn(req.language));
      if ('faults' in read) return read;
      return edited(draft, read.section, { definition: addSection(draft.definition, read.section), deed: 'deed_section_added' });
    },
  });

  editor.page('/sections/:section', {
    show: (req, res, draft, form) => showSection(req, res, draft, sectionOf(req, draft), form),
    edit: (draft, req, values): Edit => {
      const before = sectionOf(req, draft);
      const read = readSection(values, before, draft.definition, textsIn(req.language));
      if ('faults' in read) return read;
      const definition = unlessEqual(
        draft.definition,
        replaceSection(draft.definition, before.id, () => read.section),
      );
      const statuses = renamedStatuses(draft.statuses, 'section', before.id, read.section.id);
      return { ...edited(draft, read.section, { definition, deed: 'deed_section_changed' }), statuses };
    },
  });
}

function edited(
  { questionnaire }: DraftRevision,
  { id }: Section,
  { definition, deed }: { definition: DraftRevision['definition']; deed: 'deed_section_added' | 'deed_section_changed' },
) {
  const next = `${draftAddress(questionnaire)}#section-${id}`;
  return { definition, deed: { key: `designStructure.${deed}` as const, values: { id } }, next };
}

function sectionOf(req: Request, { definition }: DraftRevision): Section {
  const section = findSection(definition, String(req.params.section));
  if (section === null) throw new AppError('notFound', { message: 'the draft has no such section' });
  return section;
}

async function showSection(
  req: Request,
  res: Response,
  draft: DraftRevision,
  section: Section | null,
  { values, faults }: ShownForm,
): Promise<void> {
  const shown = values ?? (section ? sectionValues(section) : {});
  const page = buildSectionPage(req.language, { draft, section, values: shown, faults });
  const surface = draftSurface(req, draft, { tab: 'structure', title: page.heading, faults });
  await renderView(res, 'design/section', { ...surface, ...page }, res.statusCode);
}
