import type { JournalCell, Statistic } from './journalTable.js';

const USUAL = 3;
const MOST = 10;

/** How many decimals a table gives to an estimate and its standard error: three, and more until the error shows two digits. */
export function decimalsOf({ estimate, standardError }: Pick<JournalCell, 'estimate' | 'standardError'>): number {
  const leading = Math.abs(standardError ?? estimate);
  if (leading === 0) return USUAL;
  return Math.min(MOST, Math.max(USUAL, 1 - Math.floor(Math.log10(leading))));
}

/** A paper's figures keep the decimals that they were printed with. */
export function printedDecimalsOf({ estimate, standardError }: Pick<JournalCell, 'estimate' | 'standardError'>): number {
  return Math.max(USUAL, fractionDigits(estimate), fractionDigits(standardError ?? 0));
}

export function decimalsOfStatistic(statistic: Statistic): number {
  return statistic === 'n' ? 0 : USUAL;
}

function fractionDigits(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/** A number that its decimals would turn into zero, as a power of ten; null where decimals do. */
export function powerOfTen(value: number, decimals: number): { mantissa: number; exponent: number } | null {
  if (value === 0 || Math.abs(value) >= 0.5 * 10 ** -decimals) return null;
  const [mantissa = '0', exponent = '0'] = value.toExponential(2).split('e');
  return { mantissa: Number(mantissa), exponent: Number(exponent) };
}
