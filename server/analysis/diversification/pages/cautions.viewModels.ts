import type { FigureFault, RegionYear } from '../../../../scoring/index.js';
import { textsIn, type Texts } from '../../../i18n/index.js';
import { warningInWords } from '../../datasets/pages/remarkWords.viewModels.js';
import { economiesOfYear } from '../measures.js';
import { MOST_LISTED } from '../ranking.js';
import type { Figures } from '../figures.js';
import type { Scene } from '../scene.js';

const MOST_FAULTS = 20;
/** Of one region, or of one sentence. */
const MOST_NAMED = 8;

/** What to know before reading the figures. */
export interface Cautions {
  /** Regions that could not be computed, with the reasons; null where there are none. */
  faults: { heading: string; lines: string[] } | null;
  notes: string[];
}

export function cautionsOf(scene: Scene): Cautions {
  const { language, economy, choices, figures, size } = scene;
  const t = textsIn(language);
  const year = String(choices.year);
  const faulty = economy.economies.filter((each) => each.economy === null);
  const more = faulty.length - MOST_FAULTS;
  const zeros = economiesOfYear(economy, choices.year).reduce((sum, each) => sum + each.zeros, 0);
  return {
    faults:
      faulty.length === 0
        ? null
        : {
            heading: t('diversification.faults_heading'),
            lines: [
              ...faulty.slice(0, MOST_FAULTS).map((each) => faultLine(each, scene, t)),
              ...(more > 0 ? [t('diversification.faults_more', { number: figures.whole(more) })] : []),
            ],
          },
    notes: [
      ...(zeros === 0 ? [] : [t('diversification.zeros_note', { year, number: figures.whole(zeros) })]),
      ...standInNotes(scene, t),
      ...totalNotes(scene, t),
      ...(size[choices.level === 'sector' ? 'sectors' : 'activities'] < 2 ? [t('diversification.one_part_note')] : []),
      ...(size.sectors > 1 && size.sectors === size.activities ? [t('diversification.one_level_note')] : []),
      ...(economy.regions.length > MOST_LISTED ? [listedNote(economy.regions.length, scene, t)] : []),
    ],
  };
}

function listedNote(all: number, { figures }: Scene, t: Texts): string {
  return t('diversification.listed_note', { shown: figures.whole(MOST_LISTED), total: figures.whole(all) });
}

/** Nothing stands in where no region of the year could be computed. */
function standInNotes({ economy, choices, names, figures, yearsWithTotals }: Scene, t: Texts): string[] {
  const year = String(choices.year);
  const activities = economy.standIns.filter((each) => each.year === choices.year).map(({ activity }) => activity);
  const measured = economiesOfYear(economy, choices.year).flatMap((each) => each.economy ?? []);
  if (activities.length === 0 || measured.length === 0) return [];
  if (!yearsWithTotals.includes(choices.year)) return [t('diversification.stand_ins_all', { year })];
  return [t('diversification.stand_ins_some', { year, activities: listed(activities.map(names.sector), ', ', figures, t) })];
}

/** Totals of the country below the sum of its regions turn coefficients upside down. */
function totalNotes({ totalsTooSmall, choices, language, figures }: Scene, t: Texts): string[] {
  const tooSmall = totalsTooSmall.filter(({ values }) => values.year === String(choices.year));
  const more = tooSmall.length - MOST_NAMED;
  return [
    ...tooSmall.slice(0, MOST_NAMED).map((warning) => warningInWords(warning, language, (unit) => unit)),
    ...(more > 0 ? [t('diversification.faults_more', { number: figures.whole(more) })] : []),
  ];
}

function faultLine({ region, year, faults }: RegionYear, scene: Scene, t: Texts): string {
  const reason = faultsInWords(faults, scene, t);
  return t('diversification.fault_line', { region: scene.names.region(region), year: String(year), reason });
}

export function faultsInWords(
  faults: readonly FigureFault[],
  { names, figures }: Pick<Scene, 'names' | 'figures'>,
  t: Texts,
): string {
  const reasons = faults.map(({ code, activity }) =>
    t(`diversification.fault_${code}`, { activity: activity === null ? '' : names.sector(activity) }),
  );
  return listed(reasons, '; ', figures, t);
}

/** The first few, and how many more there are. */
function listed(words: readonly string[], separator: string, figures: Figures, t: Texts): string {
  const more = words.length - MOST_NAMED;
  const shown = words.slice(0, MOST_NAMED).join(separator);
  return more > 0 ? `${shown}${separator}${t('diversification.faults_more', { number: figures.whole(more) })}` : shown;
}
