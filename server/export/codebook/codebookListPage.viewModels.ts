import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';

export interface CodebookListPage extends PageModel {
  heading: string;
  intro: string;
  questionnaires: { title: string; versions: { label: string; spokenLabel: string; href: string }[] }[];
}

declare module '../../http/views.js' {
  interface Views {
    'export/codebooks': CodebookListPage;
  }
}

interface PublishedQuestionnaires {
  definitions: readonly Definition[];
  isRetired: (id: string, version: number) => boolean;
}

/** Every published version of every questionnaire, the newest version first. */
export function buildCodebookListPage(language: Language, published: PublishedQuestionnaires): Omit<CodebookListPage, 'layout'> {
  const t = textsIn(language);
  const ids = [...new Set(published.definitions.map(({ id }) => id))];
  return {
    heading: t('codebook.list_heading'),
    intro: t('codebook.list_intro'),
    questionnaires: ids.map((questionnaire) => {
      const newestFirst = published.definitions.filter(({ id }) => id === questionnaire).toReversed();
      const title = newestFirst[0]?.title[language] ?? '';
      return {
        title,
        versions: newestFirst.map(({ id, version }) => {
          const key = published.isRetired(id, version) ? 'codebook.version_retired' : 'codebook.version';
          const label = t(key, { version });
          return { label, spokenLabel: `${title}: ${label}`, href: `/export/codebooks/${id}/${version}` };
        }),
      };
    }),
  };
}
