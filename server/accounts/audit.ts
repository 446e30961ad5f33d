import { z } from 'zod';
import type { SignedInPerson } from './permissions.js';

/** Everything that is written down when somebody does it; each has its words under `accounts.audit_<action>`. */
export const AUDIT_ACTIONS = [
  'account_created',
  'account_changed',
  'account_disabled',
  'account_enabled',
  'password_chosen',
  'password_changed',
  'link_made',
  'signed_in',
  'signed_out',
  'token_made',
  'token_revoked',
  'questionnaire_started',
  'questionnaire_discarded',
  'questionnaire_published',
  'questionnaire_retired',
  'questionnaire_brought_back',
  'study_created',
  'wave_planned',
  'wave_changed',
  'wave_opened',
  'wave_paused',
  'wave_closed',
  'wave_archived',
  'responses_imported',
  'response_voided',
  'official_entered',
  'official_imported',
  'weighting_changed',
  'method_begun',
  'method_discarded',
  'method_published',
  'method_retired',
  'method_brought_back',
  'directions_changed',
  'scenario_method_changed',
  'scenario_entered',
  'scenario_imported',
  'data_saved',
  'data_removed',
  'analysis_saved',
  'analysis_removed',
  'scores_computed',
  'results_released',
  'release_withdrawn',
  'microdata_downloaded',
  'file_downloaded',
] as const;
export const AuditActionSchema = z.enum(AUDIT_ACTIONS);
export type AuditAction = z.infer<typeof AuditActionSchema>;

/** Who did what to which object and when. Never an answer, a code or a secret. */
export const AuditEntrySchema = z.object({
  _id: z.string(),
  at: z.date(),
  /** Sign-in name; absent where the system or the command line acted. */
  who: z.string().optional(),
  action: AuditActionSchema,
  /** The name of the thing: a sign-in name, a wave, a town, a file. */
  object: z.string(),
  /** What single responses are wanted for. */
  purpose: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntrySchema>;

/** What a feature hands in to have it written down. */
export interface AuditedDeed {
  person: SignedInPerson | null;
  action: AuditAction;
  object: string;
  purpose?: string;
}
