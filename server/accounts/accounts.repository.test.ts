import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.js';
import type { Account } from './account.js';
import { createAccountRepository } from './accounts.repository.js';
import { createAuditEntryRepository } from './auditEntries.repository.js';
import { createOneTimeLinkRepository } from './oneTimeLinks.repository.js';
import { randomId } from './secrets.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.dispose();
});

function account(changes: Partial<Account> = {}): Account {
  const _id = randomId();
  return {
    _id,
    signInName: `${_id.toLowerCase().replace(/[^a-z0-9]/g, 'x')}x`.replace(/^[^a-z0-9]/, 'a'),
    displayName: '',
    roles: ['coordinator'],
    credentialEdition: 1,
    demonstration: false,
    createdOn: '2026-03-01',
    disabled: false,
    ...changes,
  };
}

describe('accounts in the store', () => {
  it('come back as they were written, by id and by name', async () => {
    const accounts = createAccountRepository(database.connection);
    const written = account({ townIds: ['satpayev'], passwordHash: 'a hash' });
    expect(await accounts.insertAccount(written)).toBe(true);
    expect(await accounts.getAccount(written._id)).toEqual(written);
    expect(await accounts.findAccountByName(written.signInName)).toEqual(written);
  });

  it('share no sign-in name', async () => {
    const accounts = createAccountRepository(database.connection);
    const first = account();
    await database.connection.model('Account').init();
    await accounts.insertAccount(first);
    expect(await accounts.insertAccount(account({ signInName: first.signInName }))).toBe(false);
  });

  it('lose their limit to towns when it is lifted, and their sessions when they must end', async () => {
    const accounts = createAccountRepository(database.connection);
    const written = account({ townIds: ['satpayev'] });
    await accounts.insertAccount(written);
    await accounts.changeAccount(written._id, { townIds: null, endSessions: true, disabled: true });
    const changed = await accounts.getAccount(written._id);
    expect(changed).not.toHaveProperty('townIds');
    expect(changed).toMatchObject({ credentialEdition: 2, disabled: true });
  });

  it('are counted without those of the demonstration', async () => {
    const empty = await openTestDatabase();
    const accounts = createAccountRepository(empty.connection);
    await accounts.insertAccount(account({ demonstration: true }));
    expect(await accounts.hasAccounts()).toBe(false);
    await accounts.insertAccount(account());
    expect(await accounts.hasAccounts()).toBe(true);
    await empty.dispose();
  });
});

describe('one-time links in the store', () => {
  const expires = new Date('2026-03-02T00:00:00Z');
  const before = new Date('2026-03-01T00:00:00Z');

  it('are taken by exactly one of many who try at once', async () => {
    const links = createOneTimeLinkRepository(database.connection);
    const _id = randomId();
    await links.insertLink({ _id, purpose: 'invitation', accountId: 'a', expires });
    const taken = await Promise.all(Array.from({ length: 8 }, () => links.takeLink(_id, before)));
    expect(taken.filter((link) => link !== null)).toHaveLength(1);
  });

  it('can be looked at again and again, until they expire', async () => {
    const links = createOneTimeLinkRepository(database.connection);
    const _id = randomId();
    await links.insertLink({ _id, purpose: 'set-up', expires });
    expect(await links.findLink(_id, before)).not.toBeNull();
    expect(await links.findLink(_id, before)).not.toBeNull();
    expect(await links.findLink(_id, expires)).toBeNull();
    expect(await links.takeLink(_id, expires)).toBeNull();
  });
});

describe('the audit log in the store', () => {
  it('reads page after page from the newest on, without a gap where entries share a moment', async () => {
    const entries = createAuditEntryRepository(database.connection);
    const ids = Array.from({ length: 7 }, () => randomId());
    for (const [number, _id] of ids.entries())
      await entries.appendEntry({
        _id,
        at: new Date(Date.UTC(2026, 0, 1 + Math.floor(number / 3))),
        action: 'signed_in',
        object: 'a',
      });
    const read: string[] = [];
    let page = await entries.listEntries(2);
    while (page.length > 0) {
      read.push(...page.map(({ _id }) => _id));
      page = await entries.listEntries(2, page.at(-1)?._id);
    }
    expect(read.toSorted()).toEqual(ids.toSorted());
    expect(new Set(read.slice(0, 1))).toEqual(new Set([ids[6]]));
  });

  it('offers no way to change or delete an entry', () => {
    expect(Object.keys(createAuditEntryRepository(database.connection)).toSorted()).toEqual(['appendEntry', 'listEntries']);
  });
});
