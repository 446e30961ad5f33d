import type { Texts } from '../../i18n/index.js';

/** What a form that saves itself says of it. */
export interface AutosaveWords {
  waiting: string;
  faults: string;
  conflict: string;
  failed: string;
}

export function autosaveWords(t: Texts): AutosaveWords {
  return {
    waiting: t('designStructure.autosave_waiting'),
    faults: t('designStructure.autosave_faults'),
    conflict: t('designStructure.autosave_conflict'),
    failed: t('designStructure.autosave_failed'),
  };
}
