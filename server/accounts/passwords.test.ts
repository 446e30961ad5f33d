import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, passwordFault } from './passwords.js';

describe('a new password', () => {
  it.each([
    ['eleven char', 'accounts.error_password_short'],
    ['x'.repeat(201), 'accounts.error_password_long'],
    ['Somebody@Example.org', 'accounts.error_password_is_name'],
    ['ababababababab', 'accounts.error_password_simple'],
    ['twelve chars', null],
    ['жезді өзенінің көпірі', null],
  ])('"%s" is answered with %s', (password, fault) => {
    expect(passwordFault(password, 'somebody@example.org')).toBe(fault);
  });

  it('may not be the part of the name before the @ either', () => {
    expect(passwordFault('somebody.long', 'somebody.long@example.org')).toBe('accounts.error_password_is_name');
  });
});

describe('a stored password', () => {
  it('is kept as argon2id and recognised', async () => {
    const hash = await hashPassword('twelve chars or more');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('twelve chars or more', hash)).toBe(true);
    expect(await isPassword('twelve chars or less', hash)).toBe(false);
  });

  it('never matches where there is none, and the answer takes a hash all the same', async () => {
    expect(await isPassword('twelve chars or more', undefined)).toBe(false);
    const known = await hashPassword('twelve chars or more');
    const shortest = async (hash: string | undefined) => {
      const durations: number[] = [];
      for (let round = 0; round < 8; round += 1) {
        const start = performance.now();
        await isPassword('something else entirely', hash);
        durations.push(performance.now() - start);
      }
      return Math.min(...durations);
    };
    const [withHash, without] = [await shortest(known), await shortest(undefined)];
    expect(without).toBeGreaterThan(withHash / 4);
  });
});
