import type { TableModel } from '../../accounts/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { MarginWords } from './marginWords.js';
import type { WeightsAddress } from './weightsAddress.js';

/** What every section of the page of weights is told with. */
export interface Telling {
  t: Texts;
  language: Language;
  words: MarginWords;
  address: WeightsAddress;
}

/** A part of the page with its heading and a sentence. */
export interface Section {
  heading: string;
  text: string;
}

export interface TableSection extends Section {
  table: TableModel;
}
