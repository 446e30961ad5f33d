import type { Definitions } from '../../definitions/index.js';
import type { Language } from '../../i18n/index.js';
import { offersFrom } from '../methods/offers.js';
import type { Methods } from '../methods/registry.js';

/** An indicator that may be linked with directions, in the reader's language. */
export interface LinkedIndicator {
  id: string;
  code: string;
  name: string;
}

/** Every indicator that a method may take, each once: residents and researchers are asked some under the same id. */
export function linkedIndicatorsIn(
  language: Language,
  { definitions, methods }: { definitions: Definitions; methods: Pick<Methods, 'all'> },
): LinkedIndicator[] {
  const { definitions: questionnaires, statistics } = definitions;
  const all = offersFrom({ definitions: questionnaires, statistics, methods: methods.all }).map(
    ({ code, shortName, indicator }) => ({ id: indicator.id, code, name: shortName[language] }),
  );
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}
