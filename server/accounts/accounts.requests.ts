import { z } from 'zod';
import { SignInNameSchema } from './account.js';
import { RoleSchema } from './permissions.js';
import { filled, say, ticked } from './staffPages/formValues.js';

const password = z
  .string({ error: say('accounts.error_password_needed') })
  .min(1, { error: say('accounts.error_password_needed') });

/** Names are kept and compared in lower case. */
const anyName = filled(say('accounts.error_sign_in_name_needed')).transform((name) => name.toLowerCase());
const newName = anyName.refine((name) => SignInNameSchema.safeParse(name).success, { error: say('accounts.error_sign_in_name') });
const displayName = z
  .string()
  .trim()
  .max(100, { error: say('accounts.error_too_long') })
  .default('');

/** A malformed name is no fault here: it is simply unknown. */
export const SignInFormSchema = z.object({ signInName: anyName, password });

const twoPasswords = { password, passwordAgain: z.string().default('') };
const sameTwice = (form: { password: string; passwordAgain: string }): boolean => form.password === form.passwordAgain;
const notTheSame = { path: ['passwordAgain'], error: say('accounts.error_passwords_differ') };

export const SetUpFormSchema = z.object({ signInName: newName, displayName, ...twoPasswords }).refine(sameTwice, notTheSame);
export const InvitationFormSchema = z.object({ displayName, ...twoPasswords }).refine(sameTwice, notTheSame);
export const PasswordFormSchema = z
  .object({
    currentPassword: z
      .string({ error: say('accounts.error_password_needed') })
      .min(1, { error: say('accounts.error_password_needed') }),
    ...twoPasswords,
  })
  .refine(sameTwice, notTheSame);

/** Whether somebody sees every town or chosen ones; "no town chosen" is a slip, not a wider right. */
const towns = {
  townScope: z.enum(['all', 'some'], { error: say('accounts.error_town_scope') }),
  townIds: ticked(z.string()),
};
interface TownChoice {
  townScope: 'all' | 'some';
  townIds: string[];
}
const someTowns = (form: TownChoice): boolean => form.townScope === 'all' || form.townIds.length > 0;
const noTown = { path: ['townIds'], error: say('accounts.error_no_town') };

export function chosenTowns({ townScope, townIds }: TownChoice): string[] | null {
  return townScope === 'all' ? null : townIds;
}

const roles = ticked(RoleSchema).refine((chosen) => chosen.length > 0, { error: say('accounts.error_no_role') });

export const InviteFormSchema = z.object({ signInName: newName, displayName, roles, ...towns }).refine(someTowns, noTown);
export const PersonFormSchema = z.object({ displayName, roles, ...towns }).refine(someTowns, noTown);

/** Tokens end within a year of the day they are made. */
export function tokenFormSchema(today: string, latest: string) {
  return z
    .object({
      name: filled(say('accounts.error_token_name')),
      role: z.enum(RoleSchema.options, { error: say('accounts.error_no_role') }),
      lastDay: z.iso
        .date({ error: say('accounts.error_token_end') })
        .refine((day) => day >= today && day <= latest, { error: say('accounts.error_token_end') }),
      ...towns,
    })
    .refine(someTowns, noTown);
}

export const SecretAddressSchema = z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export const IdAddressSchema = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{22}$/) });
export const AuditQuerySchema = z.object({ olderThan: z.string().max(40).optional() });

/** Only a place on this site may follow signing in. */
export function safeNext(next: unknown): string {
  const wanted = z.string().startsWith('/').safeParse(next);
  if (!wanted.success) return '/staff';
  const url = new URL(wanted.data, 'http://this.site');
  const address = `${url.pathname}${url.search}`;
  // "/..//elsewhere" is tidied to "//elsewhere", which a browser reads as another site.
  return url.origin === 'http://this.site' && !address.startsWith('//') ? address : '/staff';
}
