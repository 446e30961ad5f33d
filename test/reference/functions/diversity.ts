import { locationQuotients, sampleMomentsOf, varietyFrom } from '../../../scoring/index.js';
import type { CsvRow, LoadedCase } from '../referenceCase.js';
import { cellOf, rowsOf } from './columns.js';
import type { Computed } from './computed.js';

export const diversity: Record<string, Computed> = {
  variety,
  'location-quotient': quotients,
};

interface Options {
  region: string;
  group: string;
  activity: string;
  value: string;
  activities5?: string[];
  groups2?: string[];
}

/** A table of employment: totals of a region in an activity or a group of activities. */
interface Employment {
  options: Options;
  rows: CsvRow[];
  regions: string[];
  valueOf: (region: string, level: 'group' | 'activity', code: string) => number;
  codesOf: (level: 'group' | 'activity') => string[];
}

function employmentOf(loaded: LoadedCase): Employment {
  const options = loaded.reference.options as unknown as Options;
  const rows = rowsOf(loaded);
  const namesIn = (column: string) => [...new Set(rows.map((row) => cellOf(row, column) ?? ''))];
  const totals = new Map<string, number>();
  for (const row of rows)
    for (const level of ['group', 'activity'] as const) {
      const key = JSON.stringify([row[options.region], level, row[options[level]]]);
      totals.set(key, (totals.get(key) ?? 0) + Number(cellOf(row, options.value) ?? 0));
    }
  return {
    options,
    rows,
    regions: namesIn(options.region),
    valueOf: (region, level, code) => totals.get(JSON.stringify([region, level, code])) ?? 0,
    codesOf: (level) => namesIn(options[level]),
  };
}

function variety(loaded: LoadedCase): unknown {
  const { options, rows, regions, valueOf, codesOf } = employmentOf(loaded);
  const groups = new Map(rows.map((row) => [row[options.activity], row[options.group] ?? '']));
  return {
    regions: regions.map((region) => {
      const figures = codesOf('activity').map((activity) => {
        return { sector: groups.get(activity) ?? '', activity, value: valueOf(region, 'activity', activity) };
      });
      const bits = varietyFrom(figures);
      const nats = varietyFrom(figures, Math.E);
      return {
        region,
        total: bits.total,
        log2: entropiesOf(bits),
        ln: entropiesOf(nats),
        herfindahl5: bits.herfindahl,
        herfindahl2: bits.sectorHerfindahl,
        herfindahl5Normalised: bits.normalisedHerfindahl,
        equivalentNumber5: bits.equivalentNumber,
        simpson5: bits.simpson,
        evenness5: nats.evenness,
        activities5: bits.present,
      };
    }),
  };
}

function entropiesOf({ entropy, unrelated, related }: ReturnType<typeof varietyFrom>) {
  return { entropy5: entropy, unrelatedVariety: unrelated, relatedVariety: related };
}

function quotients(loaded: LoadedCase): unknown {
  const { options, regions, valueOf, codesOf } = employmentOf(loaded);
  const activities = options.activities5 ?? codesOf('activity');
  const groups = options.groups2 ?? codesOf('group');
  const lq5 = locationQuotients(regions.map((region) => activities.map((code) => valueOf(region, 'activity', code))));
  const lq2 = locationQuotients(regions.map((region) => groups.map((code) => valueOf(region, 'group', code))));
  const byRegion = <T>(values: readonly T[]) => regions.map((region, at) => [region, values[at]] as const);
  const ofRegions = (lq: (number | null)[][]) => byRegion(lq).map(([region, row = []]) => ({ region, ...spreadOf(row) }));
  const ofCodes = (codes: string[], name: string, lq: (number | null)[][]) =>
    codes.map((code, at) => ({ [name]: code, ...spreadOf(lq.map((row) => row[at] ?? null)) }));
  return {
    lq5: Object.fromEntries(byRegion(lq5)),
    lq2: Object.fromEntries(byRegion(lq2)),
    varianceByRegion5: ofRegions(lq5),
    varianceByRegion2: ofRegions(lq2),
    varianceByActivity5: ofCodes(activities, 'activity', lq5),
    varianceByGroup2: ofCodes(groups, 'group', lq2),
  };
}

function spreadOf(quotientsOrNull: readonly (number | null)[]) {
  const present = quotientsOrNull.filter((value) => value !== null);
  if (present.length === 0) return { mean: null, varianceSample: null, variancePopulation: null };
  const { mean, sampleVariance, populationVariance } = sampleMomentsOf(present);
  return { mean, varianceSample: present.length > 1 ? sampleVariance : null, variancePopulation: populationVariance };
}
