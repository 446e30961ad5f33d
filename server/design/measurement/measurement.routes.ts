import { renderView } from '../../http/views.js';
import { draftSurface } from '../editing/editor.routes.js';
import type { DesignSurroundings } from '../surroundings.js';
import { readIndicator } from './indicatorForm.js';
import { buildIndicator } from './indicatorForm.viewModels.js';
import { buildIndicatorsPage } from './indicatorsPage.viewModels.js';
import { moved, registerMemberPages } from './memberPages.routes.js';

/** What is measured: indicators and the questions that feed them. */
export function registerMeasurement({ editor }: DesignSurroundings): void {
  editor.page('/indicators', {
    async show(req, res, draft) {
      const page = buildIndicatorsPage(req.language, draft);
      const surface = draftSurface(req, draft, { tab: 'measurement', title: page.heading });
      await renderView(res, 'design/indicators', { ...surface, ...page });
    },
    edit: (draft, _req, values) => moved(draft, values, 'indicators'),
  });

  registerMemberPages(editor, {
    collection: 'indicators',
    segment: 'indicators',
    list: 'indicators',
    tab: 'measurement',
    build: buildIndicator,
    read: readIndicator,
  });
}
