import { z } from 'zod';

export const ROLES = ['analyst', 'designer', 'coordinator', 'admin'] as const;
export const RoleSchema = z.enum(ROLES);
export type Role = z.infer<typeof RoleSchema>;

/** Who may what: the only table of it. What anyone may do needs no permission and is not listed. */
const GRANTED_TO = {
  /** The staff start page and one's own account. */
  staffPages: ['analyst', 'designer', 'coordinator', 'admin'],
  /** Analyses on releases. */
  analyses: ['analyst', 'coordinator', 'admin'],
  /** Live estimates and monitoring of fieldwork. */
  liveResults: ['coordinator', 'admin'],
  /** Single responses; a purpose is asked and the download is audited. */
  microdata: ['coordinator', 'admin'],
  /** Edit, publish and retire questionnaires; see the definition of a wave that is only planned. */
  questionnaires: ['designer', 'admin'],
  /** Plan, open and close waves, hand out codes, take in responses in bulk. */
  waves: ['coordinator', 'admin'],
  /** Enter and import official statistics. */
  officialData: ['coordinator', 'admin'],
  /** Compute, release, publish methods. */
  releases: ['coordinator', 'admin'],
  /** People, their roles and the audit log. */
  accounts: ['admin'],
  tokens: ['admin'],
  /** The smallest published cell of a study. */
  disclosureThreshold: ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTED_TO;
export const PERMISSIONS = Object.keys(GRANTED_TO) as Permission[];

/** Somebody who acts: at a browser after signing in, or a program with a token. */
export interface SignedInPerson {
  accountId: string;
  /** What the audit log writes. */
  signInName: string;
  displayName: string;
  roles: readonly Role[];
  /** The towns this person is limited to; null means every town. */
  townIds: readonly string[] | null;
  demonstration: boolean;
}

export function may(person: SignedInPerson | null, permission: Permission): boolean {
  const granted: readonly Role[] = GRANTED_TO[permission];
  return person?.roles.some((role) => granted.includes(role)) ?? false;
}

/** Whatever belongs to another town does not exist for a person with limits. */
export function mayUseTown(person: SignedInPerson | null, townId: string): boolean {
  return person !== null && (person.townIds?.includes(townId) ?? true);
}
