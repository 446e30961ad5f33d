import { Router } from 'express';
import { parseAddress } from '../http/parse.js';
import { renderView } from '../http/views.js';
import { textsIn } from '../i18n/index.js';
import { AuditQuerySchema } from './accounts.requests.js';
import { buildAuditLogPage } from './auditLog.viewModels.js';
import { allow } from './recognition.js';
import { staffLayout } from './staffPages/staffLayout.js';
import type { AccountsSurroundings } from './surroundings.js';

const ENTRIES_PER_PAGE = 50;

export function auditLogRoutes({ entries }: AccountsSurroundings): Router {
  const router = Router();

  router.get('/accounts/audit', allow('accounts'), async (req, res) => {
    const { language } = req;
    const { olderThan } = parseAddress(AuditQuerySchema, req.query);
    const found = await entries.listEntries(ENTRIES_PER_PAGE + 1, olderThan);
    const content = buildAuditLogPage({
      t: textsIn(language),
      language,
      entries: found.slice(0, ENTRIES_PER_PAGE),
      firstPage: olderThan === undefined,
      hasOlder: found.length > ENTRIES_PER_PAGE,
    });
    await renderView(res, 'accounts/auditLog', {
      layout: staffLayout(req, { title: content.heading, current: 'people' }),
      ...content,
    });
  });

  return router;
}
