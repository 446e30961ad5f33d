import type { Request } from 'express';
import type { FieldFault } from '../../http/fieldFault.js';
import { buildLayout, type Layout } from '../../http/layout.js';
import { textsIn } from '../../i18n/index.js';
import { staffNavigation, type StaffPlace } from './staffNavigation.js';

interface StaffLayoutOptions {
  title: string;
  current: StaffPlace;
  faults?: FieldFault[];
  banner?: string | null;
  /** The same page by GET, where this one answers a POST. */
  languageHref?: string;
}

/** The frame of a staff page; faults are named at the beginning of the title. */
export function staffLayout(req: Request, { title, current, faults = [], ...others }: StaffLayoutOptions): Layout {
  const t = textsIn(req.language);
  const prefix = faults.length > 0 ? `${t('interface.ui_error_prefix')} ` : '';
  return buildLayout(req, {
    title: `${prefix}${title} – ${t('common.siteName')}`,
    styles: ['staff'],
    frame: 'staff',
    navigation: staffNavigation(req, current),
    ...others,
  });
}
