import type { InputSensitivity } from '../../../../scoring/index.js';
import type { ScenarioMethod, Town } from '../../../../survey-definitions/contract/index.js';
import type { TableModel } from '../../../accounts/index.js';
import type { Layout } from '../../../http/layout.js';
import { refusalFrom } from '../../../http/refusal.js';
import type { ReaderNames } from '../../../http/refusalDetails.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language, type Texts } from '../../../i18n/index.js';
import type { ScenarioEntry } from '../scenarioEntry.js';
import type { ReadPicture, ScenarioPicture } from '../scenarioPicture.js';
import { historyTable, inputTable } from './entryTables.viewModels.js';
import type { IndicatorPair } from './indicatorPairs.viewModels.js';
import { marksViewFrom, type MarksView } from './marksTable.viewModels.js';
import { pairsBesideReversed, reversedMarks } from './reversedBeside.js';
import { reversalViewFrom, type ReversalView } from './reversalView.viewModels.js';
import { entryAddress, withChoices } from './scenarioAddresses.js';
import { savedBy } from './scenarioWords.js';
import { sensitivityTable } from './sensitivityTable.viewModels.js';

/** A mark in a picture, drawn as in the pictures, with its word. */
export interface KeyEntry {
  shape: 'published' | 'recomputed' | 'reversed' | 'band';
  label: string;
}

/** The development scenario of a town and year. */
export interface ScenarioTownPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  done: string | null;
  facts: string[];
  deeds: { label: string; href: string }[];
  versions: VersionChoice | null;
  labels: { indicators: string; marks: string; sensitivity: string; sensitivityHow: string; inputs: string; source: string };
  /** Why the inputs cannot be read by this version of the method; null where they can. */
  refusal: string | null;
  reading: {
    key: KeyEntry[];
    pairs: IndicatorPair[];
    marks: MarksView;
    sensitivity: TableModel;
    reversal: ReversalView;
  } | null;
  inputs: TableModel;
  source: string;
  history: TableModel;
}

export interface VersionChoice {
  label: string;
  versions: { label: string; href: string; current: boolean }[];
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/scenarioTown': ScenarioTownPage;
  }
}

export interface ScenarioTownMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  method: ScenarioMethod;
  methods: readonly ScenarioMethod[];
  /** The version asked for by the address; null where the newest is shown by itself. */
  version: number | null;
  /** All revisions, the first one first; the last one counts. */
  revisions: readonly ScenarioEntry[];
  entry: ScenarioEntry;
  picture: ScenarioPicture;
  reversed: ReadPicture | null;
  sensitivity: readonly InputSensitivity[];
  names: ReaderNames;
  mayEdit: boolean;
  done: 'saved' | 'unchanged' | null;
}

export function buildScenarioTownPage(material: ScenarioTownMaterial): ScenarioTownPage {
  const { layout, language, town, entry, method, revisions, picture, names, done } = material;
  const t = textsIn(language);
  return {
    layout,
    heading: t('scenarioData.town_title', { town: town.name[language], year: entry.year }),
    back: { label: t('scenarioData.back_to_list'), href: '/analysis/scenario' },
    done: done && t(`scenarioData.done_${done}`),
    facts: [
      t('scenarioData.method_version', { name: method.name[language], version: method.version }),
      t('scenarioData.revision_fact', { revision: entry.revision, saved: savedBy(entry, language, t) }),
    ],
    deeds: deedsOf(material, t),
    versions: versionChoice(material, t),
    labels: {
      indicators: t('scenarioData.indicators_heading'),
      marks: t('scenarioData.marks_heading'),
      sensitivity: t('scenarioData.sensitivity_heading'),
      sensitivityHow: t('scenarioData.sensitivity_how'),
      inputs: t('scenarioData.inputs_and_source'),
      source: t('scenarioData.field_source'),
    },
    refusal: picture.state === 'refused' ? refusalFrom(picture.error, language, names).message : null,
    reading: picture.state === 'read' ? readingOf(picture, material, t) : null,
    inputs: inputTable(entry, method, language),
    source: entry.source,
    history: historyTable(revisions, method, language),
  };
}

function readingOf(picture: ReadPicture, material: ScenarioTownMaterial, t: Texts): ScenarioTownPage['reading'] {
  const { language, reversed, sensitivity } = material;
  return {
    key: [
      { shape: 'recomputed', label: t('scenarioData.key_town') },
      ...(reversed ? [{ shape: 'reversed' as const, label: t('scenarioData.reversed') }] : []),
      { shape: 'band', label: t('scenarioData.key_band') },
    ],
    pairs: pairsBesideReversed(picture, reversed, language, t),
    marks: marksViewFrom(picture, reversed && reversedMarks(reversed, t), language),
    sensitivity: sensitivityTable(picture, sensitivity, language),
    reversal: reversalViewFrom(picture, reversed, reversalLinks(material), language),
  };
}

function reversalLinks({ town, entry, version }: ScenarioTownMaterial): { show: string; hide: string } {
  const address = entryAddress(town.id, entry.year);
  return {
    show: withChoices(address, { version, unemployment: 'reversed' }),
    hide: withChoices(address, { version }),
  };
}

function deedsOf({ town, entry, version, reversed, mayEdit }: ScenarioTownMaterial, t: Texts): ScenarioTownPage['deeds'] {
  const address = entryAddress(town.id, entry.year);
  return [
    ...(mayEdit ? [{ label: t('scenarioData.correct_link'), href: `${address}/edit` }] : []),
    {
      label: t('scenarioData.sheet_link'),
      href: withChoices(`${address}/sheet`, { version, unemployment: reversed && 'reversed' }),
    },
  ];
}

function versionChoice({ methods, method, town, entry }: ScenarioTownMaterial, t: Texts): VersionChoice | null {
  if (methods.length < 2) return null;
  return {
    label: t('scenarioData.version_label'),
    versions: methods.map(({ version }) => ({
      label: t('scenarioData.version', { version }),
      href: withChoices(entryAddress(town.id, entry.year), { version }),
      current: version === method.version,
    })),
  };
}
