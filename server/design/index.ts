import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Database } from '../database/index.js';
import type { Definitions } from '../definitions/index.js';
import { createCsrfProtection } from '../http/csrf.js';
import type { Logger } from '../http/requestLog.js';
import { designRouter } from './design.routes.js';
import { createEditor } from './editing/editor.routes.js';
import type { PreviewProvider } from './preview/provider.js';
import { createDraftRepository } from './questionnaires/drafts.repository.js';
import { createDraftsService } from './questionnaires/drafts.service.js';
import { createPublishedRepository } from './questionnaires/published.repository.js';
import { createPublishingService } from './questionnaires/publishing.service.js';

interface DesignDependencies {
  config: Config;
  database: Database;
  definitions: Definitions;
  accounts: Accounts;
  log: Logger;
  clock: () => Date;
  sessionSecret: string;
}

/** How soon a process learns what another one published. */
const REFRESH_MS = 2_000;

export { noteInWords } from './exchange/importNotes.viewModels.js';
export { readWorkbook } from './exchange/workbook/readWorkbook.js';
export { TABLE_LIMITS } from './exchange/workbook/workbook.js';
export { conditionInWords } from './conditions/conditionInWords.js';
export { buildPaperPage, type PaperFilling } from './paper/paper.viewModels.js';
export { questionNumbersOf, type QuestionNumbers } from './paper/questionNumbers.js';
export { comparabilityOf, type IndicatorComparability } from './versions/comparability.js';
export { differenceInWords } from './versions/differenceInWords.js';
export type { PreviewProvider, PreviewVisit } from './preview/provider.js';
export type { Walk } from './preview/walk.js';
export type Design = ReturnType<typeof createDesign>;

/** Makes questionnaires: written, translated, checked, tried out and published. */
export function createDesign({ config, database, definitions, accounts, log, clock, sessionSecret }: DesignDependencies) {
  const draftRepository = createDraftRepository(database.connection);
  const published = createPublishedRepository(database.connection);
  const drafts = createDraftsService({ drafts: draftRepository, clock });
  const publishing = createPublishingService({ definitions, published, drafts: draftRepository, clock });
  const editor = createEditor({ accounts, drafts });
  const { protectUpload } = createCsrfProtection(sessionSecret, config.baseUrl.startsWith('https:'));
  let timer: NodeJS.Timeout | undefined;
  let provided: PreviewProvider | undefined;
  const preview = () => {
    if (!provided) throw new Error('nobody has handed in the pages of respondents');
    return provided;
  };
  return {
    router: designRouter({ config, definitions, accounts, clock, drafts, publishing, editor, protectUpload, preview }),
    /** Puts what was published into the definitions; before anything asks for them. */
    loadPublished: publishing.refresh,
    start: () => {
      timer = setInterval(() => {
        publishing.refresh().catch((err: unknown) => {
          log.error({ err }, 'published questionnaires could not be read');
        });
      }, REFRESH_MS).unref();
    },
    stop: () => {
      clearInterval(timer);
    },
    /** The feature that takes answers hands in its pages, for trying a questionnaire out. */
    providePreview: (provider: PreviewProvider) => {
      provided = provider;
    },
    /** A questionnaire as it stands: a published version, or the draft. */
    findDraft: drafts.find,
  };
}
