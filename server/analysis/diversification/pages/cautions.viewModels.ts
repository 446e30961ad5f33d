import type { FigureFault, RegionYear } from '../../../../scoring/index.js';
import { textsIn, type Texts } from '../../../i18n/index.js';
import { economiesOfYear } from '../measures.js';
import type { Names } from '../names.js';
import type { Scene } from '../scene.js';

const MOST_FAULTS = 20;

/** What to know before reading the figures. */
export interface Cautions {
  /** Regions that could not be computed, with the reasons; null where there are none. */
  faults: { heading: string; lines: string[] } | null;
  notes: string[];
}

export function cautionsOf({ language, economy, choices, names, figures, size }: Scene): Cautions {
  const t = textsIn(language);
  const year = String(choices.year);
  const faulty = economy.economies.filter((each) => each.economy === null);
  const lines = faulty.map((each) => faultLine(each, names, t));
  const more = lines.length - MOST_FAULTS;
  const zeros = economiesOfYear(economy, choices.year).reduce((sum, each) => sum + each.zeros, 0);
  const standIns = economy.standIns.filter((each) => each.year === choices.year).map(({ activity }) => names.sector(activity));
  return {
    faults:
      lines.length === 0
        ? null
        : {
            heading: t('diversification.faults_heading'),
            lines: [
              ...lines.slice(0, MOST_FAULTS),
              ...(more > 0 ? [t('diversification.faults_more', { number: figures.whole(more) })] : []),
            ],
          },
    notes: [
      ...(zeros === 0 ? [] : [t('diversification.zeros_note', { year, number: figures.whole(zeros) })]),
      ...standInNotes(standIns, size.activities, year, t),
    ],
  };
}

function standInNotes(activities: readonly string[], all: number, year: string, t: Texts): string[] {
  if (activities.length === 0) return [];
  if (activities.length === all) return [t('diversification.stand_ins_all', { year })];
  return [t('diversification.stand_ins_some', { year, activities: activities.join(', ') })];
}

function faultLine({ region, year, faults }: RegionYear, names: Names, t: Texts): string {
  const reason = faultsInWords(faults, names, t);
  return t('diversification.fault_line', { region: names.region(region), year: String(year), reason });
}

export function faultsInWords(faults: readonly FigureFault[], names: Names, t: Texts): string {
  return faults
    .map(({ code, activity }) =>
      t(`diversification.fault_${code}`, { activity: activity === null ? '' : names.sector(activity) }),
    )
    .join('; ');
}
