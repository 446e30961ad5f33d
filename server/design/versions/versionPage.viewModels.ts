import { questionsInOrder, type Definition } from '../../../survey-definitions/contract/index.js';
import type { PageModel } from '../../http/views.js';
import { formatInteger, textsIn, type Language } from '../../i18n/index.js';
import { titleIn } from '../editing/draftFrame.viewModels.js';
import { draftAddress } from '../places.js';

export const VERSION_NOTICES = ['published', 'retired', 'broughtBack'] as const;
export type VersionNotice = (typeof VERSION_NOTICES)[number];

export interface VersionPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  notice: { text: string; tone: string } | null;
  tags: { text: string; tone: string }[];
  factsHeading: string;
  facts: { label: string; value: string }[];
  linksHeading: string;
  links: { label: string; href: string }[];
  versionsHeading: string;
  versions: { label: string; href: string; compare: { label: string; href: string } }[];
  onlyVersion: string;
  deedsHeading: string;
  deeds: { explanation: string; label: string; action: string }[];
  draft: { label: string; href: string } | null;
}

declare module '../../http/views.js' {
  interface Views {
    'design/version': VersionPage;
  }
}

export interface VersionMaterial {
  definition: Definition;
  /** The other published versions of this questionnaire. */
  others: readonly Definition[];
  isBuiltIn: boolean;
  isRetired: boolean;
  hasDraft: boolean;
  /** A new version was asked for although there is a draft. */
  draftInTheWay: boolean;
  notice: VersionNotice | null;
}

export function buildVersionPage(language: Language, material: VersionMaterial): Omit<VersionPage, 'layout'> {
  const t = textsIn(language);
  const { definition, others, isRetired, hasDraft } = material;
  const { id, version } = definition;
  const address = versionAddress(definition);
  return {
    heading: t('designVersions.version_title', { title: titleIn(definition, language), version }),
    back: { label: t('design.back_to_list'), href: '/design' },
    notice: noticeOf(material, language),
    tags: [isRetired ? { text: t('design.state_retired'), tone: 'plain' } : { text: t('design.state_published'), tone: 'good' }],
    factsHeading: t('designVersions.about'),
    facts: factsOf(material, language),
    linksHeading: t('designVersions.links'),
    links: [
      { label: t('designVersions.link_codebook'), href: `/export/codebooks/${id}/${version}` },
      { label: t('design.tab_preview'), href: `${address}/preview` },
      { label: t('designVersions.link_paper'), href: `${address}/paper` },
      { label: t('designVersions.link_files'), href: `${address}/export` },
    ],
    versionsHeading: t('designVersions.other_versions'),
    versions: others.map((other) => ({
      label: t('designVersions.version_link', { version: other.version }),
      href: versionAddress(other),
      compare: {
        label: t('designVersions.compare_with', { version: other.version }),
        href: comparisonAddress(definition, other),
      },
    })),
    onlyVersion: t('designVersions.only_version'),
    deedsHeading: t('designVersions.deeds'),
    deeds: deedsOf(material, address, language),
    draft: hasDraft ? { label: t('designVersions.open_draft'), href: draftAddress(id) } : null,
  };
}

export function versionAddress({ id, version }: Definition): string {
  return `/design/${id}/versions/${version}`;
}

/** The older version stands on the left. */
function comparisonAddress(one: Definition, other: Definition): string {
  const [before, after] = one.version < other.version ? [one, other] : [other, one];
  return `${versionAddress(before)}/compare/${after.version}`;
}

function noticeOf({ definition, notice, draftInTheWay }: VersionMaterial, language: Language): VersionPage['notice'] {
  const t = textsIn(language);
  if (draftInTheWay) return { text: t('designVersions.draft_exists'), tone: 'care' };
  return notice && { text: t(`designVersions.notice_${notice}`, { version: definition.version }), tone: '' };
}

function factsOf({ definition, isBuiltIn }: VersionMaterial, language: Language): VersionPage['facts'] {
  const t = textsIn(language);
  const count = (number: number) => formatInteger(number, language);
  return [
    { label: t('designVersions.fact_id'), value: definition.id },
    { label: t('designVersions.fact_population'), value: t(`designVersions.population_${definition.population}`) },
    { label: t('designVersions.fact_questions'), value: count(questionsInOrder(definition).length) },
    { label: t('designVersions.fact_indicators'), value: count(definition.indicators.length) },
    { label: t('designVersions.fact_minutes'), value: count(definition.minutes) },
    {
      label: t('designVersions.fact_origin'),
      value: t(isBuiltIn ? 'designVersions.origin_built_in' : 'designVersions.origin_published'),
    },
  ];
}

function deedsOf({ isRetired, hasDraft }: VersionMaterial, address: string, language: Language): VersionPage['deeds'] {
  const t = textsIn(language);
  const begin = {
    explanation: t('designVersions.new_version_why'),
    label: t('designVersions.new_version'),
    action: `${address}/draft`,
  };
  const end = isRetired
    ? { explanation: t('designVersions.bring_back_why'), label: t('designVersions.bring_back'), action: `${address}/bring-back` }
    : { explanation: t('designVersions.retire_why'), label: t('designVersions.retire'), action: `${address}/retire` };
  return hasDraft ? [end] : [begin, end];
}
