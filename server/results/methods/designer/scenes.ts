import type { Method } from '../../../../survey-definitions/contract/index.js';
import type { Definitions } from '../../../definitions/index.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import { figuresIn } from '../../pages/figures.js';
import { methodNamesIn } from '../methodNames.js';
import { offersFrom } from '../offers.js';
import type { Methods } from '../registry.js';
import type { Scene } from './section.js';

export type Scenes = ReturnType<typeof createScenes>;

/** What the pages about a method work with, in the reader's language. */
export function createScenes({ definitions, methods }: { definitions: Definitions; methods: Methods }) {
  return {
    of(method: Method, language: Language): Scene {
      const t = textsIn(language);
      const { statistics } = definitions;
      const offers = offersFrom({ definitions: definitions.definitions, statistics, methods: methods.all });
      return {
        method,
        language,
        t,
        figures: figuresIn(language, t),
        names: methodNamesIn(language, t, method, offers),
        offers,
        statistics,
        townName: (id) => definitions.findTown(id)?.name[language] ?? id,
      };
    },
  };
}
