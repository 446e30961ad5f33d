import { z } from 'zod';
import { RoleSchema } from './permissions.js';

/** Like an e-mail address, but any short name will do: nothing is ever mailed. */
export const SignInNameSchema = z.string().regex(/^[a-z0-9][a-z0-9._+-]{0,63}(@[a-z0-9][a-z0-9.-]{0,190})?$/);

/** A member of staff. Respondents have no accounts. */
export const AccountSchema = z.object({
  _id: z.string(),
  signInName: SignInNameSchema,
  displayName: z.string(),
  roles: z.array(RoleSchema),
  /** Towns a coordinator is limited to; absent means every town. */
  townIds: z.array(z.string()).optional(),
  /** Argon2id; absent until the invited person has chosen a password. */
  passwordHash: z.string().optional(),
  /** Grows when the password changes or sessions must end; sessions of an older edition are void. */
  credentialEdition: z.int().min(1),
  demonstration: z.boolean(),
  createdOn: z.iso.date(),
  disabled: z.boolean(),
});
export type Account = z.infer<typeof AccountSchema>;

export const LinkPurposeSchema = z.enum(['set-up', 'sign-in', 'invitation']);
export type LinkPurpose = z.infer<typeof LinkPurposeSchema>;

/** A link that works once. Only the hash of its secret is stored. */
export const OneTimeLinkSchema = z.object({
  _id: z.string(),
  purpose: LinkPurposeSchema,
  /** Absent for the set-up link, which makes the first account. */
  accountId: z.string().optional(),
  expires: z.date(),
});
export type OneTimeLink = z.infer<typeof OneTimeLinkSchema>;

/** A bearer token of a program: one role, an end, and never more than its maker may. */
export const TokenSchema = z.object({
  _id: z.string(),
  secretHash: z.string(),
  name: z.string(),
  role: RoleSchema,
  townIds: z.array(z.string()).optional(),
  makerId: z.string(),
  createdOn: z.iso.date(),
  /** The last day on which it works. */
  lastDay: z.iso.date(),
  expires: z.date(),
});
export type Token = z.infer<typeof TokenSchema>;
