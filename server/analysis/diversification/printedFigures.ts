/** What [T23] prints of a region of Kazakhstan in 2022; null where it prints nothing. */
export interface PrintedRegion {
  region: string;
  /** Per cent of GDP. */
  sharePercent: number | null;
  /** GRP per head, thousand tenge. */
  perHead: number | null;
  /** Contribution to the growth of GDP, percentage points. */
  contribution: number | null;
}

/** Growth of GDP in 2022 as printed. */
export const PRINTED_GROWTH_PERCENT = 2.6;

const printed = (region: string, figures: Partial<Omit<PrintedRegion, 'region'>>): PrintedRegion => {
  return { region, sharePercent: null, perHead: null, contribution: null, ...figures };
};

/** All regional figures that the paper prints, by GRP per head. */
export const PRINTED_REGIONS: readonly PrintedRegion[] = [
  printed('atyrau', { perHead: 20_541.2 }),
  printed('almaty', { sharePercent: 18.5, perHead: 8944.8, contribution: 0.91 }),
  printed('astana', { perHead: 7881.9, contribution: 0.57 }),
  printed('zhambyl', { perHead: 2264.8 }),
  printed('zhetisu', { sharePercent: 1.3, perHead: 1985.9 }),
  printed('turkistan', { perHead: 1666.6 }),
  printed('akmola', { contribution: 0.27 }),
];
