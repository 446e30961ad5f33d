import { CHART_COLOURS } from '../../../http/charts.js';

const LINE = 14;
/** Room between the names of two rows. */
const AIR = 14;
/** Of a letter in a name of wide ones; a server cannot measure Cyrillic, so names wrap by their letters. */
const LETTER = 7.6;
const NAMES_WIDTH = { narrow: 132, wide: 230 };

/** Rows with names down the side of a chart, the first on top; long names wrap, and all rows are as high as the longest needs. */
export function namedRows(names: readonly string[]) {
  const linesOf = (size: keyof typeof NAMES_WIDTH): string[][] => names.map((name) => wrapped(name, NAMES_WIDTH[size] / LETTER));
  const heightIn = (size: keyof typeof NAMES_WIDTH): number =>
    linesOf(size).reduce((most, { length }) => Math.max(most, length), 1) * LINE + AIR;
  return {
    /** Of the whole chart, with what stands above and below the rows. */
    heights: (around: number) => ({
      narrow: around + names.length * heightIn('narrow'),
      wide: around + names.length * heightIn('wide'),
    }),
    grid: (narrow: boolean) => ({ left: NAMES_WIDTH[sizeOf(narrow)] + 10, outerBoundsMode: 'none' as const }),
    axis: (narrow: boolean) => ({
      type: 'category' as const,
      data: linesOf(sizeOf(narrow)).map((lines) => lines.join('\n')),
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, color: CHART_COLOURS.ink, lineHeight: LINE },
    }),
  };
}

const sizeOf = (narrow: boolean) => (narrow ? 'narrow' : 'wide');

/** Lines of at most so many letters, parted at spaces and after hyphens. */
function wrapped(name: string, letters: number): string[] {
  const words = name.split(/(?<=[ -])/);
  return words
    .reduce<string[]>(
      (lines, word) => {
        const line = `${lines.at(-1) ?? ''}${word}`;
        return line.trimEnd().length > letters && lines.at(-1) !== '' ? [...lines, word] : [...lines.slice(0, -1), line];
      },
      [''],
    )
    .map((line) => line.trimEnd());
}
