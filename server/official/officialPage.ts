import type { Request } from 'express';
import type { Town } from '../../survey-definitions/contract/index.js';
import { mayUseTown, signedInPersonOf, staffLayout, type Accounts } from '../accounts/index.js';
import type { Definitions } from '../definitions/index.js';
import type { FieldFault } from '../http/fieldFault.js';
import type { Layout } from '../http/layout.js';
import { faultText, type EntryFault } from './fault.js';
import type { OfficialService } from './official.service.js';
import type { Author } from './recording.js';

/** What every page of this feature works with. */
export interface OfficialPageServices {
  accounts: Accounts;
  definitions: Definitions;
  official: OfficialService;
  clock: () => Date;
}

/** The towns that the person at this request may see. */
export function townsFor(
  req: Request,
  { accounts, definitions }: Pick<OfficialPageServices, 'accounts' | 'definitions'>,
): Town[] {
  return definitions.towns.filter(({ id }) => mayUseTown(accounts.personOf(req), id));
}

export function authorOf(req: Request, services: Pick<OfficialPageServices, 'accounts' | 'definitions'>): Author {
  const { accountId, signInName } = signedInPersonOf(req);
  return { accountId, name: signInName, townIds: townsFor(req, services).map(({ id }) => id) };
}

export function officialLayout(
  req: Request,
  title: string,
  options: { faults?: FieldFault[]; languageHref?: string } = {},
): Layout {
  return staffLayout(req, { title, current: 'official', ...options });
}

export function fieldFaultsFrom(faults: readonly EntryFault[], req: Request): FieldFault[] {
  return faults.map((fault) => ({
    field: fault.field,
    ...(fault.row === undefined ? {} : { row: fault.row }),
    message: faultText(fault, req.language),
  }));
}

/** The last finished year: official figures of the running one are not out yet. */
export function lastYear(clock: () => Date): number {
  return clock().getUTCFullYear() - 1;
}
