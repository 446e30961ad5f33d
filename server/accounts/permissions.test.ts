import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { may, mayUseTown, PERMISSIONS, ROLES, type Permission, type Role, type SignedInPerson } from './permissions.js';

function person(roles: Role[], townIds: string[] | null = null): SignedInPerson {
  return { accountId: 'a', signInName: 'a', displayName: 'A', roles, townIds, demonstration: false };
}

/** The table of the interface document: A analyst, D designer, C coordinator, X admin. */
const EXPECTED: Record<Permission, string> = {
  staffPages: 'ADCX',
  analyses: 'ACX',
  liveResults: 'CX',
  microdata: 'CX',
  questionnaires: 'DX',
  waves: 'CX',
  officialData: 'CX',
  releases: 'CX',
  accounts: 'X',
  tokens: 'X',
  disclosureThreshold: 'X',
};
const LETTERS: Record<Role, string> = { analyst: 'A', designer: 'D', coordinator: 'C', admin: 'X' };

describe('who may what', () => {
  it.each(PERMISSIONS.flatMap((permission) => ROLES.map((role) => [role, permission] as const)))(
    'the %s and "%s" are as the interface document says',
    (role, permission) => {
      expect(may(person([role]), permission)).toBe(EXPECTED[permission].includes(LETTERS[role]));
    },
  );

  it('nobody may nothing without signing in', () => {
    expect(PERMISSIONS.filter((permission) => may(null, permission))).toEqual([]);
  });

  it('several roles add up, and never more than that', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.constantFrom(...PERMISSIONS), (roles, permission) => {
        const byOne = roles.some((role) => may(person([role]), permission));
        expect(may(person(roles), permission)).toBe(byOne);
      }),
    );
  });
});

describe('towns', () => {
  it('without a limit every town is theirs, with one only those named', () => {
    expect(mayUseTown(person(['coordinator']), 'zhezkazgan')).toBe(true);
    expect(mayUseTown(person(['coordinator'], ['satpayev']), 'zhezkazgan')).toBe(false);
    expect(mayUseTown(person(['coordinator'], ['satpayev']), 'satpayev')).toBe(true);
  });

  it('an empty limit means no town at all', () => {
    expect(mayUseTown(person(['coordinator'], []), 'satpayev')).toBe(false);
  });

  it('nobody has no town', () => {
    expect(mayUseTown(null, 'satpayev')).toBe(false);
  });
});
