import { formatNumber, type Language } from '../../i18n/index.js';

/** Digits beyond which a tick of an axis is a rounding error. */
const SIGNIFICANT = 6;

/** Ticks of an axis in the reader's format: as many decimals as the tick has. */
export function tickTextIn(language: Language): (value: number) => string {
  return (value) => {
    const [, decimals = ''] = String(Number(value.toPrecision(SIGNIFICANT))).split('.');
    return formatNumber(value, language, Math.min(SIGNIFICANT, decimals.length));
  };
}

interface AxisOrder {
  name: string;
  language: Language;
  narrow: boolean;
  /** Where the axis begins and ends, if not at ticks near the numbers. */
  ends?: { min: number; max: number; interval?: number } | undefined;
}

/** An axis of numbers along the foot of a chart, its name under the middle. */
export function footAxis({ name, language, narrow, ends }: AxisOrder) {
  return {
    type: 'value' as const,
    name,
    nameLocation: 'middle' as const,
    nameGap: 28,
    scale: true,
    splitNumber: narrow ? 3 : 6,
    splitLine: { show: false },
    axisLine: { onZero: false },
    axisLabel: { formatter: tickTextIn(language), hideOverlap: true, ...(ends && { showMaxLabel: false }) },
    ...ends,
  };
}

/** An axis of numbers at the side of a chart, its name above, where it can be read without turning the head. */
export function sideAxis({ name, language, narrow, ends }: AxisOrder) {
  return {
    type: 'value' as const,
    name,
    nameLocation: 'end' as const,
    nameTextStyle: { align: 'left' as const },
    scale: true,
    splitNumber: narrow ? 4 : 5,
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    axisLabel: { formatter: tickTextIn(language) },
    ...ends,
  };
}

/** Room around a chart with a name above its side axis and one under its foot axis. */
export const NAMED_AXES_GRID = { left: 8, right: 16, top: 32, bottom: 36 };
