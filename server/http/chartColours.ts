const NAMES = [
  'ink',
  'quiet',
  'line',
  'control',
  'ground',
  'accent',
  'accent-soft',
  'care',
  'care-soft',
  'residents',
  'researchers',
  'data-a',
  'data-b',
  'data-c',
  'data-d',
  'muted',
  'band',
] as const;
type ColourName = (typeof NAMES)[number];

/** Colours that no theme uses stand for names; in the finished drawing classes of the stylesheet take their place. */
const stand = (at: number): string => `#0a0b${(16 + at).toString(16)}`;

/** What may be drawn with, each a colour of the tokens by its role. */
export const CHART_COLOURS = Object.fromEntries(NAMES.map((name, at) => [name, stand(at)])) as Record<ColourName, string>;

/** Series in their order, told apart without colour by their marks or lines as well. */
export const SERIES_COLOURS = (['data-a', 'researchers', 'data-c', 'residents', 'data-b', 'data-d', 'muted'] as const).map(
  (name) => CHART_COLOURS[name],
);

/** The name that a colour of a drawing stands for; null for any other colour. */
export function nameOfColour(colour: string): ColourName | null {
  return NAMES.find((_, at) => stand(at) === colour.toLowerCase()) ?? null;
}
