import type { Request } from 'express';
import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { FormValues } from '../../accounts/index.js';
import { AppError } from '../../errors.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { renderView } from '../../http/views.js';
import { textsIn, type Language, type TextKey, type Texts } from '../../i18n/index.js';
import { redrawsCondition } from '../conditions/readCondition.js';
import { draftSurface, type Edit, type Editor } from '../editing/editor.routes.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { keyOf, positionOf, withMember, withMoved, withoutMember, type Collection, type Member } from './collections.js';
import { buildMemberPage, type MemberContent } from './memberPage.viewModels.js';

/** The address of a member that is not saved yet; no id begins with an underscore. */
export const NEW = '_new';

export interface MemberMaterial<Key extends Collection> {
  definition: Definition;
  /** Null for a new member. */
  member: Member<Key> | null;
  /** As posted; null when the page is opened. */
  values: FormValues | null;
  faults: readonly FieldFault[];
  language: Language;
  /** The query of the page, for a new member of a certain type. */
  query: Readonly<Record<string, unknown>>;
}

export type MemberReading<Key extends Collection> = { member: Member<Key> } | { faults: FieldFault[] };

export interface MemberKind<Key extends Collection> {
  collection: Key;
  /** Segment of the address. */
  segment: string;
  list: 'indicators' | 'rules';
  tab: 'measurement' | 'rules';
  build: (material: MemberMaterial<Key>) => MemberContent;
  read: (values: FormValues, before: { definition: Definition; member: Member<Key> | null; t: Texts }) => MemberReading<Key>;
  /** What else goes when this member goes. */
  withoutDependents?: (definition: Definition, member: Member<Key>) => Definition;
  /** What else changes when a member gets another id. */
  withRenamed?: (definition: Definition, before: Member<Key>, after: Member<Key>) => Definition;
  /** Why a member may not be changed, or not be removed; null where it may. */
  refusal?: (definition: Definition, at: number, asked: { deed: 'change' | 'removal'; values: FormValues }) => TextKey | null;
}

/** Show, save, add and remove one member of a list; `_do` says if a button asks for something else than saving. */
export function registerMemberPages<Key extends Collection>(editor: Editor, kind: MemberKind<Key>): void {
  const { collection, segment, list, tab } = kind;
  const found = (req: Request, { definition }: DraftRevision) => {
    const key = String(req.params.member);
    const at = key === NEW ? null : positionOf(definition, collection, key);
    if (at === -1) throw new AppError('notFound', { message: `the draft has no such member of ${collection}` });
    const member = at === null ? null : (definition[collection][at] as Member<Key>);
    return { key, at, member };
  };

  editor.page(`/${segment}/:member`, {
    async show(req, res, draft, { values, faults }) {
      const { key, member } = found(req, draft);
      const { language, query } = req;
      const content = kind.build({ definition: draft.definition, member, values, faults, language, query });
      const page = buildMemberPage(language, content, {
        draft,
        faults,
        list,
        path: `/${segment}/${key}`,
        savesItself: member !== null && 'id' in member,
      });
      const surface = draftSurface(req, draft, { tab, title: page.heading, faults });
      await renderView(res, 'design/member', { ...surface, ...page }, faults.length > 0 ? 422 : 200);
    },
    edit(draft, req, values): Edit {
      const { key, at, member } = found(req, draft);
      const t = textsIn(req.language);
      const deed = values._do === 'remove' ? 'removal' : 'change';
      const refusal = at === null ? null : (kind.refusal?.(draft.definition, at, { deed, values }) ?? null);
      if (refusal) return { faults: [{ field: 'content', message: t(refusal) }] };
      const next = `${draftAddress(draft.questionnaire)}/${list}`;
      if (deed === 'removal' && at !== null && member) {
        const without = withoutMember(draft.definition, collection, at);
        const definition = kind.withoutDependents?.(without, member) ?? without;
        return { definition, deed: { key: `designMeasurement.deed_${collection}_removed`, values: { name: key } }, next };
      }
      if (redrawsCondition(values) || values._do === 'redraw') return { faults: [] };
      const read = kind.read(values, { definition: draft.definition, member, t });
      if ('faults' in read) return read;
      const renamed = (member && kind.withRenamed?.(draft.definition, member, read.member)) ?? draft.definition;
      const definition = withMember(renamed, collection, at, read.member);
      const name = keyOf(read.member, at ?? definition[collection].length - 1);
      const done = at === null ? 'added' : 'changed';
      return {
        definition,
        deed: { key: `designMeasurement.deed_${collection}_${done}`, values: { name } },
        next: `${next}#${collection}`,
      };
    },
  });
}

/** What the arrows of a list do: `_do` is `<up|down>.<collection>.<key>`. */
export function moved({ definition, questionnaire }: DraftRevision, values: FormValues, list: 'indicators' | 'rules'): Edit {
  const [direction, name, key = ''] = String(values._do).split('.');
  const collection = COLLECTIONS.find((each) => each === name);
  const at = collection === undefined ? -1 : positionOf(definition, collection, key);
  if (collection === undefined || at < 0) throw new AppError('notFound', { message: 'there is nothing to move' });
  return {
    definition: withMoved(definition, collection, at, direction === 'up' ? -1 : 1),
    deed: { key: `designMeasurement.deed_${collection}_moved`, values: { name: key } },
    next: `${draftAddress(questionnaire)}/${list}#${collection}`,
  };
}

const COLLECTIONS: readonly Collection[] = ['indicators', 'endings', 'analysisPopulations', 'derived', 'straightlineSets'];
