import { Router, type Response } from 'express';
import { z } from 'zod';
import type { Definition } from '../../../../survey-definitions/contract/index.js';
import { parseAddress } from '../../../http/parse.js';
import type { TextStatus } from '../../questionnaires/draft.js';
import type { DesignSurroundings } from '../../surroundings.js';
import { exportJson } from './exportJson.js';

const VersionSchema = z.object({ questionnaire: z.string(), version: z.coerce.number().int().min(1) });

/** A draft or a published version as a JSON file. */
export function jsonRoutes({ accounts, definitions, drafts, publishing }: DesignSurroundings): Router {
  const router = Router();
  const allowed = accounts.allow('questionnaires');

  router.get('/design/:questionnaire/draft/export.json', allowed, async (req, res) => {
    const { definition, statuses } = await drafts.get(String(req.params.questionnaire));
    send(res, `${definition.id}_v${definition.version}_draft.json`, definition, statuses);
  });

  router.get('/design/:questionnaire/versions/:version/export.json', allowed, async (req, res) => {
    const { questionnaire, version } = parseAddress(VersionSchema, req.params);
    const definition = definitions.definition(questionnaire, version);
    send(res, `${questionnaire}_v${version}.json`, definition, await publishing.statusesOf(questionnaire, version));
  });

  return router;
}

function send(res: Response, name: string, definition: Definition, statuses: readonly TextStatus[]): void {
  res.attachment(name).type('application/json').send(exportJson(definition, statuses));
}
