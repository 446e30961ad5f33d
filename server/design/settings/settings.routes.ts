import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { draftSurface, type Edit } from '../editing/editor.routes.js';
import { draftAddress } from '../places.js';
import type { DesignSurroundings } from '../surroundings.js';
import { readSettings } from './settingsForm.js';
import { buildSettingsPage } from './settingsPage.viewModels.js';

/** What belongs to the questionnaire as a whole: its name, for whom it is, and the texts around the questions. */
export function registerSettings({ editor }: DesignSurroundings): void {
  editor.page('/settings', {
    async show(req, res, draft, { values, faults }) {
      const page = buildSettingsPage(req.language, { draft, values, faults });
      const surface = draftSurface(req, draft, { tab: 'settings', title: page.heading, faults });
      await renderView(res, 'design/settings', { ...surface, ...page }, faults.length > 0 ? 422 : 200);
    },
    edit(draft, req, values): Edit {
      const read = readSettings(values, draft.definition, textsIn(req.language));
      if ('faults' in read) return read;
      const next = `${draftAddress(draft.questionnaire)}/settings`;
      return { ...read, deed: { key: 'designMeasurement.deed_settings' }, next };
    },
  });
}
