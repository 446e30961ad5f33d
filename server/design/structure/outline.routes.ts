import type { Request, Response } from 'express';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface, type ShownForm } from '../editing/editor.routes.js';
import { findingsFor } from '../lint/lintContext.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildStructurePage } from './outline.viewModels.js';
import { doOutlineDeed } from './outlineDeeds.js';

/** The outline of a draft: its sections and items, moved, copied and deleted. */
export function registerOutline({ editor }: DesignSurroundings): void {
  editor.page('', {
    show: showOutline,
    edit: ({ definition, questionnaire }, req, values) => {
      const done = doOutlineDeed(definition, values);
      if (done === null)
        return { faults: [{ field: 'outline', message: textsIn(req.language)('designStructure.error_not_done') }] };
      const { anchor, ...change } = done;
      return { ...change, next: `${draftAddress(questionnaire)}#${anchor}` };
    },
  });
}

async function showOutline(req: Request, res: Response, draft: DraftRevision, { faults }: ShownForm): Promise<void> {
  const unconditioned = typeof req.query.unconditioned === 'string' ? req.query.unconditioned.split(',') : [];
  const findings = findingsFor(req, draft);
  const page = buildStructurePage(req.language, { draft, findings, faults, unconditioned });
  const surface = draftSurface(req, draft, { tab: 'structure', title: page.heading, faults });
  await renderView(res, 'design/structure', { ...surface, ...page }, res.statusCode);
}
