import type { Accounts } from '../accounts/index.js';
import type { Definitions } from '../definitions/index.js';
import type { StaffBoardReadings } from './staffBoard.js';
import type { FieldworkService } from './wave.js';

/** What the pages and the API of fieldwork are made with. */
export interface FieldworkSurroundings {
  baseUrl: string;
  clock: () => Date;
  accounts: Accounts;
  definitions: Definitions;
  fieldwork: FieldworkService;
  board: StaffBoardReadings;
}
