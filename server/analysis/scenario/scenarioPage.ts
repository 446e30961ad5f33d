import type { Request, RequestHandler } from 'express';
import type { Town } from '../../../survey-definitions/contract/index.js';
import { mayUseTown, signedInPersonOf, type Accounts } from '../../accounts/index.js';
import type { Config } from '../../config.js';
import type { Definitions } from '../../definitions/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import type { ScenarioMethods } from '../scenarioMethod/scenarioMethods.js';
import type { Author, ScenarioService } from './scenario.service.js';
import { faultText, type ScenarioFault } from './scenarioFault.js';

/** What every page of development scenarios works with. */
export interface ScenarioPageServices {
  accounts: Accounts;
  definitions: Definitions;
  scenarios: ScenarioService;
  scenarioMethods: ScenarioMethods;
  clock: () => Date;
  limits: Config['limits'];
  protectUpload: RequestHandler;
}

/** The towns that the person at this request may enter inputs for; everybody here may see all. */
export function townsToEnter(
  req: Request,
  { accounts, definitions }: Pick<ScenarioPageServices, 'accounts' | 'definitions'>,
): Town[] {
  return definitions.towns.filter(({ id }) => mayUseTown(accounts.personOf(req), id));
}

export function authorOf(req: Request, services: Pick<ScenarioPageServices, 'accounts' | 'definitions'>): Author {
  const { accountId, signInName } = signedInPersonOf(req);
  return { accountId, name: signInName, towns: townsToEnter(req, services) };
}

export function fieldFaultsFrom(faults: readonly ScenarioFault[], req: Request): FieldFault[] {
  return faults.map((fault) => ({ field: fault.field, message: faultText(fault, req.language) }));
}

/** The last finished year: figures of the running one are not out yet. */
export function lastYear(clock: () => Date): number {
  return clock().getUTCFullYear() - 1;
}
