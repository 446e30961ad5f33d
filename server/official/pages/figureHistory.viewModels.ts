import type { RawInput, Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { Observation } from '../observation.js';
import { figureText, statusText, tagsOf, type Tag } from './figureWords.js';

export interface RevisionView {
  value: string;
  tags: Tag[];
  facts: { label: string; text: string }[];
  recorded: string;
  /** How its time ended; null for the current figure. */
  ended: string | null;
}

/** One figure with everything that ever stood in its place. */
export interface FigureHistoryPage extends PageModel {
  heading: string;
  backLink: { label: string; href: string };
  currentLabel: string;
  current: RevisionView | null;
  none: string;
  correct: { label: string; href: string };
  historyHeading: string;
  earlier: RevisionView[];
  withdrawal: {
    heading: string;
    text: string;
    reasonLabel: string;
    button: string;
    action: string;
    id: string;
    error: string | null;
  } | null;
}

declare module '../../http/views.js' {
  interface Views {
    'official/history': FigureHistoryPage;
  }
}

export interface FigureHistoryMaterial {
  layout: Layout;
  language: Language;
  town: Town;
  input: RawInput;
  year: number;
  /** The first one first. */
  revisions: readonly Observation[];
  areaName: (observation: Observation) => string;
  withdrawalError: string | null;
}

export function buildFigureHistoryPage(material: FigureHistoryMaterial): FigureHistoryPage {
  const { layout, language, town, input, year, revisions } = material;
  const t = textsIn(language);
  const address = `/official/${town.id}/${input.id}/${year}`;
  const current = revisions.find(({ ended }) => ended === null);
  const earlier = revisions.filter(({ ended }) => ended !== null).reverse();
  return {
    layout,
    heading: `${town.name[language]}. ${t('official.history_title', { input: input.name[language], year })}`,
    backLink: { label: t('official.back_to_town', { town: town.name[language] }), href: `/official/${town.id}` },
    currentLabel: t('official.current'),
    current: current ? revisionFrom(current, material, t) : null,
    none: t('official.no_current'),
    correct: {
      label: t(current ? 'official.correct' : 'official.enter_link'),
      href: `/official/${town.id}/enter?input=${input.id}&year=${year}`,
    },
    historyHeading: t('official.history_heading'),
    earlier: earlier.map((revision) => revisionFrom(revision, material, t)),
    withdrawal: current
      ? {
          heading: t('official.withdraw_heading'),
          text: t('official.withdraw_text'),
          reasonLabel: t('official.withdraw_reason'),
          button: t('official.withdraw_button'),
          action: `${address}/withdraw`,
          id: current.id,
          error: material.withdrawalError,
        }
      : null,
  };
}

function revisionFrom(observation: Observation, material: FigureHistoryMaterial, t: Texts): RevisionView {
  const { language, input, areaName } = material;
  const { source, date, status, note, recordedByName, recordedAt, ended } = observation;
  const shownName = (name: string): string => (name === '' ? t('official.the_system') : name);
  return {
    value: t('official.with_unit', { value: figureText(observation.value, language), unit: input.unit[language] }),
    tags: tagsOf(observation, t),
    facts: [
      { label: t('official.field_source'), text: t('official.of_day', { source, date: formatDate(date, language) }) },
      { label: t('official.field_status'), text: statusText(status, t) },
      { label: t('official.field_area'), text: areaName(observation) },
      ...(note === '' ? [] : [{ label: t('official.field_note'), text: note }]),
    ],
    recorded: t('official.recorded', { name: shownName(recordedByName), date: formatDate(dayOf(recordedAt), language) }),
    ended:
      ended &&
      t(ended.replacedBy === null ? 'official.withdrawn' : 'official.corrected', {
        name: shownName(ended.byName),
        date: formatDate(dayOf(ended.at), language),
        reason: ended.reason,
      }),
  };
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
