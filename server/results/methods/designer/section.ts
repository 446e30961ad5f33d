import type { Method, Statistics } from '../../../../survey-definitions/contract/index.js';
import type { fieldsOf, FormField, FormValues, TableModel } from '../../../accounts/index.js';
import type { Language, Texts } from '../../../i18n/index.js';
import type { Figures } from '../../pages/figures.js';
import type { MethodNames } from '../methodNames.js';
import type { Offer } from '../offers.js';
import type { PublishedTowns } from '../publishedTowns.js';
import type { FormReader } from './formReader.js';

/** What every part of the designer works with. */
export interface Scene {
  readonly method: Method;
  readonly language: Language;
  readonly t: Texts;
  readonly figures: Figures;
  readonly names: MethodNames;
  readonly offers: readonly Offer[];
  readonly statistics: Statistics;
  readonly townName: (id: string) => string;
}

/** One form of the designer: what it shows of a method, and how it changes it. */
export interface DraftSection {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly links?: readonly { label: string; href: string }[];
  readonly tables?: readonly TableModel[];
  readonly values: FormValues;
  readonly fields: (make: FieldMaker) => FormField[];
  /** The method as the form changes it; what is wrong is told to the reader of the form. */
  readonly change: (read: FormReader, townsOf: PublishedTowns) => Method | Promise<Method>;
  /** The field that a refused computation belongs to. */
  readonly computedField?: string;
}

export type FieldMaker = ReturnType<typeof fieldsOf>;

/** Where the pages of a draft are. */
export function draftAddress(id: string, path = ''): string {
  return `/results/methods/${id}/draft${path}`;
}
