import type { RequestHandler } from 'express';
import type { Accounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Definitions } from '../definitions/index.js';
import type { Editor } from './editing/editor.routes.js';
import type { PreviewProvider } from './preview/provider.js';
import type { DraftsService } from './questionnaires/drafts.service.js';
import type { PublishingService } from './questionnaires/publishing.service.js';

/** What every part of the designer is given. */
export interface DesignSurroundings {
  config: Config;
  definitions: Definitions;
  accounts: Accounts;
  clock: () => Date;
  drafts: DraftsService;
  publishing: PublishingService;
  editor: Editor;
  /** Stands behind the reader of an uploaded file. */
  protectUpload: RequestHandler;
  /** The respondent's pages; they are handed in once everything is put together. */
  preview: () => PreviewProvider;
}
