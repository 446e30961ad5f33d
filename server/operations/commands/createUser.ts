import { createInterface } from 'node:readline/promises';
import { passwordFault, ROLES, type Role } from '../../accounts/index.js';
import { textsIn } from '../../i18n/index.js';
import { runCommand } from './runCommand.js';

/**
 * `npm run create-user -- NAME ROLE[,ROLE] [TOWN,TOWN]`: makes an account. The password is read from standard input, so
 * that it stands neither in the list of processes nor in the shell's history.
 */
await runCommand(async ({ accounts, definitions }, [name, roleList, townList]) => {
  const roles = (roleList ?? '').split(',');
  const towns = townList?.split(',') ?? [];
  const unknownTown = towns.find((id) => definitions.findTown(id) === null);
  if (name === undefined || !roles.every(isRole) || unknownTown !== undefined) {
    if (unknownTown !== undefined) console.error(`There is no town "${unknownTown}".`);
    console.error(`npm run create-user -- NAME ROLE[,ROLE] [TOWN,TOWN]   roles: ${ROLES.join(', ')}`);
    return 1;
  }
  const password = await readPassword();
  const fault = passwordFault(password, name);
  if (fault !== null) {
    console.error(textsIn('en')(fault));
    return 1;
  }
  await accounts.createAccount(
    { signInName: name.toLowerCase(), displayName: '', roles, townIds: towns.length === 0 ? null : towns, password },
    null,
  );
  console.log(`Made the account ${name.toLowerCase()} (${roles.join(', ')}).`);
  return 0;
});

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}

async function readPassword(): Promise<string> {
  const input = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await input.question('Password: ')).trim();
  } finally {
    input.close();
  }
}
