import { createDraftRepository } from '../../server/design/questionnaires/drafts.repository.js';
import { createDraftsService } from '../../server/design/questionnaires/drafts.service.js';
import { mapTexts, textsOf, type Definition, type LocalizedText } from '../../survey-definitions/contract/index.js';
import { everyItemType } from './everyItemType.js';
import type { TestApp } from './testApp.js';

/** Makes drafts of a small questionnaire with other texts (by their keys), and looks at what became of them. */
export function draftsIn({ dependencies }: TestApp) {
  const { database, clock } = dependencies;
  const drafts = createDraftsService({ drafts: createDraftRepository(database.connection), clock });
  let made = 0;
  return {
    async draftWith(texts: Record<string, Partial<LocalizedText>> = {}, model: Definition = everyItemType()): Promise<string> {
      made += 1;
      const id = `translated_${made}`;
      const definition = mapTexts({ ...model, id }, ({ key, text }) => ({ ...text, ...texts[key] }));
      await drafts.start({ definition, basedOn: null, deed: { key: 'design.deed_started' }, by: 'somebody@example.org' });
      return id;
    },
    async draftOf(id: string) {
      const draft = await drafts.get(id);
      return { ...draft, texts: new Map(textsOf(draft.definition).map(({ key, text }) => [key, text])) };
    },
    async statesOf(id: string): Promise<string[]> {
      const { statuses } = await drafts.get(id);
      return statuses.map(({ key, language, status }) => `${key} ${language} ${status}`).sort();
    },
    /** Somebody else's step. */
    async change(id: string, texts: Record<string, Partial<LocalizedText>>): Promise<void> {
      const draft = await drafts.get(id);
      const definition = mapTexts(draft.definition, ({ key, text }) => ({ ...text, ...texts[key] }));
      await drafts.save(draft, { definition, deed: { key: 'design.deed_started' }, by: 'somebody.else@example.org' });
    },
  };
}
