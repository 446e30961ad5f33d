import type { Town } from '../../survey-definitions/contract/index.js';
import type { AccountsService } from './accounts.service.js';
import type { AttemptLimits } from './attemptLimits.js';
import type { AuditedDeed } from './audit.js';
import type { AuditEntryRepository } from './auditEntries.repository.js';
import type { OneTimeLinksService } from './oneTimeLinks.service.js';
import type { TokensService } from './tokens.service.js';

/** What the pages of accounts are made with. */
export interface AccountsSurroundings {
  baseUrl: string;
  clock: () => Date;
  towns: readonly Town[];
  accounts: AccountsService;
  links: OneTimeLinksService;
  tokens: TokensService;
  entries: AuditEntryRepository;
  attempts: AttemptLimits;
  audit: (deed: AuditedDeed) => Promise<void>;
}
