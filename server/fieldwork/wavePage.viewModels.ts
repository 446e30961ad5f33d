import type { Definition, Town } from '../../survey-definitions/contract/index.js';
import { cell, column, type TableModel } from '../accounts/index.js';
import type { PageModel } from '../http/views.js';
import { formatDate, formatInteger, type Language, type Texts } from '../i18n/index.js';
import type { WaveState } from './wave.js';
import type { TownCounts } from './waveCounts.js';
import { waveFacts, type Fact } from './waveFacts.viewModels.js';
import type { WaveFault } from './waveStates.js';
import { stateWords, townName, waveTitle, type ShownWave } from './waveWords.viewModels.js';

export interface WavePage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  notice: string | null;
  tags: { text: string; tone: string }[];
  stateHeading: string;
  stateExplanation: string;
  /** Why it cannot be opened yet; empty when nothing is in the way. */
  obstacles: { heading: string; reasons: string[] } | null;
  deeds: { explanation: string; label: string; action: string }[];
  linksHeading: string;
  linksExplanation: string;
  links: { id: string; label: string; address: string }[];
  counts: TableModel;
  factsHeading: string;
  facts: Fact[];
  /** Ways to change a planned wave, and places where other parts work with it. */
  changes: { label: string; href: string }[];
}

declare module '../http/views.js' {
  interface Views {
    'fieldwork/wave': WavePage;
  }
}

export interface WavePageMaterial extends ShownWave {
  t: Texts;
  language: Language;
  definition: Definition;
  towns: readonly Town[];
  counts: readonly TownCounts[];
  baseUrl: string;
  /** States the reader may move the wave to. */
  next: readonly WaveState[];
  obstacles: readonly WaveFault[];
  manageable: boolean;
  /** Links of other features. */
  elsewhere: readonly { label: string; href: string }[];
  moved: boolean;
}

export function buildWavePage(material: WavePageMaterial): Omit<WavePage, 'layout'> {
  const { t, language, wave, moved, obstacles, manageable, elsewhere } = material;
  const address = `/fieldwork/waves/${wave.slug}`;
  return {
    heading: waveTitle(material, language, t),
    back: { label: t('fieldwork.waves'), href: '/fieldwork' },
    notice: moved ? t('fieldwork.state_changed') : null,
    tags: waveTags(material),
    stateHeading: t('fieldwork.state'),
    stateExplanation: stateExplanation(material),
    obstacles:
      obstacles.length === 0
        ? null
        : { heading: t('fieldwork.not_ready'), reasons: obstacles.map((fault) => t(`fieldwork.fault_${fault}`)) },
    deeds: waveDeeds(material, address),
    linksHeading: t('fieldwork.links'),
    linksExplanation: wave.access === 'open-link' ? t('fieldwork.links_explanation') : t('fieldwork.links_token_only'),
    links: wave.access === 'open-link' ? waveLinks(material) : [],
    counts: countTable(material),
    factsHeading: t('fieldwork.about_wave'),
    facts: waveFacts(material),
    changes: [
      ...(manageable && wave.state === 'planned'
        ? [
            { label: t('fieldwork.edit_wave'), href: `${address}/edit` },
            { label: t('fieldwork.town_details'), href: `${address}/towns` },
          ]
        : []),
      ...elsewhere,
    ],
  };
}

function waveTags(material: WavePageMaterial) {
  const { t, wave } = material;
  return [stateWords(material, t), ...(wave.pilot ? [{ text: t('fieldwork.pilot_wave'), tone: 'care' }] : [])];
}

function stateExplanation({ t, language, wave, entry }: WavePageMaterial): string {
  const dates = { opens: formatDate(wave.opens, language), closes: formatDate(wave.closes, language) };
  if (wave.state === 'open' && entry === 'not-yet') return t('fieldwork.explain_waiting', dates);
  if (wave.state === 'open' && entry === 'closed') return t('fieldwork.explain_overdue', dates);
  return t(`fieldwork.explain_${wave.state}`, dates);
}

const DEEDS = { open: 'open', paused: 'pause', closed: 'close', archived: 'archive' } as const;

function waveDeeds({ t, wave, next, obstacles }: WavePageMaterial, address: string): WavePage['deeds'] {
  return next
    .filter((state) => state !== 'planned')
    .filter((state) => state !== 'open' || obstacles.length === 0)
    .map((state) => {
      const again = state === 'open' && wave.state === 'paused';
      const key = again ? 'reopen' : DEEDS[state];
      return {
        explanation: t(`fieldwork.do_${key}_why`),
        label: t(`fieldwork.do_${key}`),
        action: `${address}/${DEEDS[state]}`,
      };
    });
}

/** One link that asks for the town, and one for each town that does not. */
function waveLinks({ t, language, wave, towns, baseUrl }: WavePageMaterial): WavePage['links'] {
  const general = { id: 'link', label: t('fieldwork.link_general'), address: `${baseUrl}/s/${wave.slug}` };
  if (wave.towns.length === 1) return [general];
  const ofTowns = wave.towns.map(({ townId }) => ({
    id: `link-${townId}`,
    label: townName(townId, towns, language),
    address: `${general.address}/${townId}`,
  }));
  return [{ ...general, label: t('fieldwork.link_asks_town') }, ...ofTowns];
}

const COUNTED = ['declined', 'screenedOut', 'deleted'] as const;

function countTable({ t, language, wave, towns, counts }: WavePageMaterial): TableModel {
  const figure = (value: number | null) => cell(value === null ? '–' : formatInteger(value, language), { figure: true });
  const rowOf = ({ townId, responses, ...unstored }: TownCounts) => {
    const size = wave.towns.find((town) => town.townId === townId)?.populationSize ?? null;
    const name = townName(townId, towns, language);
    return [cell(name), figure(responses), figure(size), ...COUNTED.map((outcome) => figure(unstored[outcome]))];
  };
  return {
    id: 'counts',
    heading: t('fieldwork.counts'),
    columns: [
      column(t('fieldwork.town')),
      column(t('fieldwork.responses'), { figure: true }),
      column(t('fieldwork.population_size'), { figure: true }),
      ...COUNTED.map((outcome) => column(t(`fieldwork.${outcome}`), { figure: true })),
    ],
    rows: counts.map(rowOf),
    empty: t('fieldwork.no_counts'),
  };
}
