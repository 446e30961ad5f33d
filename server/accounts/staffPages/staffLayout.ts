import type { Request } from 'express';
import type { FieldFault } from '../../http/fieldFault.js';
import { buildLayout, type Layout, type LayoutOptions } from '../../http/layout.js';
import { textsIn } from '../../i18n/index.js';
import { documentTitle } from './documentTitle.js';
import { staffNavigation, type StaffPlace } from './staffNavigation.js';

interface StaffLayoutOptions {
  title: string;
  current: StaffPlace;
  faults?: FieldFault[];
  banner?: string | null;
  /** The same page by GET, where this one answers a POST. */
  languageHref?: string;
  styles?: LayoutOptions['styles'];
  scripts?: string[];
}

/** The frame of a staff page; faults are named at the beginning of the title. */
export function staffLayout(req: Request, { title, current, faults = [], styles = [], ...others }: StaffLayoutOptions): Layout {
  return buildLayout(req, {
    title: documentTitle(textsIn(req.language), title, faults),
    styles: ['staff', ...styles],
    frame: 'staff',
    navigation: staffNavigation(req, current),
    ...others,
  });
}
