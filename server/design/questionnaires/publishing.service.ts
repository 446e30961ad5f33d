import { isDeepStrictEqual } from 'node:util';
import { DefinitionSchema, letterFaultsIn, type Definition } from '../../../survey-definitions/contract/index.js';
import type { Definitions } from '../../definitions/index.js';
import { AppError } from '../../errors.js';
import type { DraftRevision, TextStatus } from './draft.js';
import type { DraftRepository } from './drafts.repository.js';
import type { PublishedRepository } from './published.repository.js';

interface PublishingDependencies {
  definitions: Definitions;
  published: PublishedRepository;
  drafts: DraftRepository;
  clock: () => Date;
}

export type PublishingService = ReturnType<typeof createPublishingService>;

/** draft → published (never changes again) → retired (serves no new wave; running waves go on) */
export function createPublishingService({ definitions, published, drafts, clock }: PublishingDependencies) {
  /** Versions that this process knows as they are stored. */
  const settled = new Set<string>();

  function addPublished(definition: Definition): void {
    const { id, version } = definition;
    const known = definitions.findDefinition(id, version);
    if (known && !isDeepStrictEqual(known, definition))
      throw new Error(
        `survey-definitions/${id}/v${version}.json is not the version ${version} that was published here: give the file the next number`,
      );
    definitions.add(definition);
  }

  async function refresh(): Promise<void> {
    for (const id of await published.listIds()) {
      const [questionnaire = '', version = ''] = id.split('/');
      if (settled.has(id)) continue;
      const found = await published.find(questionnaire, Number(version));
      if (found) addPublished(found.definition);
      settled.add(id);
    }
    definitions.setRetired(await published.listRetired());
  }

  return {
    /** Learns what this or another process published and retired. */
    refresh,

    /**
     * Publishes a draft without faults under the next version number; what it was made of is gone then. A step that
     * somebody else made in the same moment stays as a draft of the version after.
     * @throws AppError conflict where another process took that number; invalidInput with every place that is not complete
     */
    async publish({ questionnaire, revision, definition, statuses }: DraftRevision, by: string): Promise<Definition> {
      const newest = definitions.definitions.findLast(({ id }) => id === questionnaire);
      const version = (newest?.version ?? 0) + 1;
      const complete = completeDefinition({ ...definition, version });
      const publishedAt = clock();
      const document = { questionnaire, version, definition: complete, statuses, publishedAt, publishedBy: by };
      if (!(await published.insert(document))) throw new AppError('conflict', { message: 'this version is published' });
      definitions.add(complete);
      await drafts.removeBefore(questionnaire, revision + 1);
      return complete;
    },

    async statusesOf(questionnaire: string, version: number): Promise<TextStatus[]> {
      return (await published.find(questionnaire, version))?.statuses ?? [];
    },

    async retire(questionnaire: string, version: number): Promise<void> {
      await published.retire(questionnaire, version);
      await refresh();
    },
    async bringBack(questionnaire: string, version: number): Promise<void> {
      await published.bringBack(questionnaire, version);
      await refresh();
    },
  };
}

/** What stands in the way of publishing is shown by the checks before; this is the last door. */
function completeDefinition(draft: Definition): Definition {
  const parsed = DefinitionSchema.safeParse(draft);
  const letters = letterFaultsIn(draft, draft.latinWords);
  if (parsed.success && letters.length === 0) return parsed.data;
  const faults = [...(parsed.success ? [] : parsed.error.issues), ...letters];
  throw new AppError('invalidInput', {
    message: 'the questionnaire is not complete',
    faults: faults.map(({ path, message }) => ({ field: path.map(String).join('.'), message })),
  });
}
