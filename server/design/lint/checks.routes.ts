import { renderView } from '../../http/views.js';
import { draftSurface } from '../editing/editor.routes.js';
import type { DesignSurroundings } from '../surroundings.js';
import { buildChecksPage } from './checksPage.viewModels.js';
import { findingsFor } from './lintContext.js';

/** Everything that the checks say of a draft, each finding with the way to its place. */
export function registerChecks({ editor }: DesignSurroundings): void {
  editor.show('/checks', async (req, res, draft) => {
    const page = buildChecksPage(req.language, { draft, findings: findingsFor(req, draft) });
    await renderView(res, 'design/checks', { ...draftSurface(req, draft, { tab: 'checks', title: page.heading }), ...page });
  });
}
