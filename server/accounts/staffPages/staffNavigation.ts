import type { Request } from 'express';
import { textsIn, type TextKey } from '../../i18n/index.js';
import { may, type Permission } from '../permissions.js';
import { personOf } from '../recognition.js';

interface Place {
  href: string;
  label: TextKey;
  permission: Permission;
}

const PLACES = {
  start: { href: '/staff', label: 'accounts.nav_start', permission: 'staffPages' },
  design: { href: '/design', label: 'accounts.nav_design', permission: 'questionnaires' },
  fieldwork: { href: '/fieldwork', label: 'accounts.nav_fieldwork', permission: 'waves' },
  official: { href: '/official', label: 'accounts.nav_official', permission: 'officialData' },
  results: { href: '/results', label: 'accounts.nav_results', permission: 'liveResults' },
  analysis: { href: '/analysis', label: 'accounts.nav_analysis', permission: 'analyses' },
  export: { href: '/export', label: 'accounts.nav_export', permission: 'microdata' },
  people: { href: '/accounts/people', label: 'accounts.nav_people', permission: 'accounts' },
  account: { href: '/accounts/me', label: 'accounts.nav_account', permission: 'staffPages' },
} as const satisfies Record<string, Place>;

export type StaffPlace = keyof typeof PLACES;

/** The places a person may go to, in the order of the data's flow. */
export function staffNavigation(req: Request, current: StaffPlace): { label: string; href: string; current: boolean }[] {
  const t = textsIn(req.language);
  return (Object.entries(PLACES) as [StaffPlace, Place][])
    .filter(([, place]) => may(personOf(req), place.permission))
    .map(([name, place]) => ({ label: t(place.label), href: place.href, current: name === current }));
}
