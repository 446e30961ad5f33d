import { randomBytes } from 'node:crypto';
import {
  LANGUAGES,
  type DevelopmentDirection,
  type Directions,
  type LocalizedText,
} from '../../../survey-definitions/contract/index.js';
import type { LinkContent, LinkRevision } from './directionLink.js';
import type { DirectionLinkRepository } from './directionLinks.repository.js';

/** The directions that are named where an indicator is weak, as they stand now. */
export interface EditorialLink {
  readonly indicator: string;
  readonly revision: number;
  /** In the order of the sources. */
  readonly directions: readonly DevelopmentDirection[];
  /** Null where no direction is named. */
  readonly reason: LocalizedText | null;
  /** Null for a link that comes with the platform, and where there is none. */
  readonly changed: { readonly at: Date; readonly by: string } | null;
}

export interface DirectionLinksSurroundings {
  repository: DirectionLinkRepository;
  directions: Directions;
  clock: () => Date;
}

/** Who changes a link. */
export interface LinkAuthor {
  accountId: string;
  signInName: string;
}

/** What became of a change: written, needless because the link says the same already, or overtaken by somebody else. */
export type ChangeOutcome = 'changed' | 'same' | 'overtaken';

export type DirectionLinks = ReturnType<typeof createDirectionLinks>;

/** Links from indicators to directions: those of the platform, and every change as a revision of its own. */
export function createDirectionLinks({ repository, directions, clock }: DirectionLinksSurroundings) {
  function builtIn(indicator: string): EditorialLink {
    const link = directions.links.find((candidate) => candidate.indicator === indicator);
    return {
      indicator,
      revision: 0,
      directions: link ? named(link.directions) : [],
      reason: link?.reason ?? null,
      changed: null,
    };
  }

  const named = (ids: readonly string[]): DevelopmentDirection[] => directions.directions.filter(({ id }) => ids.includes(id));

  function linkFrom({ indicator, revision, directions: ids, reason, recordedAt, recordedByName }: LinkRevision): EditorialLink {
    return { indicator, revision, directions: named(ids), reason, changed: { at: recordedAt, by: recordedByName } };
  }

  async function history(indicator: string): Promise<EditorialLink[]> {
    const changes = (await repository.listAll()).filter((revision) => revision.indicator === indicator);
    return [builtIn(indicator), ...changes.map(linkFrom)].reverse();
  }

  return {
    /** What the links lead to: not to be changed here. */
    quoted: directions,

    /** How links stand now, by the id of an indicator. */
    async current(): Promise<(indicator: string) => EditorialLink> {
      const newest = new Map((await repository.listAll()).map((revision) => [revision.indicator, linkFrom(revision)]));
      return (indicator) => newest.get(indicator) ?? builtIn(indicator);
    },

    /** All revisions of one link, the newest first; the last is the one that comes with the platform. */
    history,

    /** Writes the revision after the one that was read. */
    async tryChange(indicator: string, content: LinkContent, readRevision: number, author: LinkAuthor): Promise<ChangeOutcome> {
      const [newest] = await history(indicator);
      if (newest && saysTheSame(newest, content)) return 'same';
      if (newest?.revision !== readRevision) return 'overtaken';
      const isWritten = await repository.tryInsert({
        id: randomBytes(16).toString('hex'),
        indicator,
        revision: readRevision + 1,
        ...content,
        recordedAt: clock(),
        recordedBy: author.accountId,
        recordedByName: author.signInName,
      });
      return isWritten ? 'changed' : 'overtaken';
    },
  };
}

function saysTheSame(link: EditorialLink, { directions, reason }: LinkContent): boolean {
  const named = link.directions.map(({ id }) => id);
  const isNamed = named.length === directions.length && named.every((id) => directions.includes(id));
  return isNamed && LANGUAGES.every((language) => link.reason?.[language] === reason?.[language]);
}
