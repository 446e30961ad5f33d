import { createHash } from 'node:crypto';
import { statisticalIndicatorsFrom } from '../../../../scoring/index.js';
import type { Statistics } from '../../../../survey-definitions/contract/index.js';
import type { Language } from '../../../i18n/index.js';
import type { Observation } from '../../../official/index.js';
import type { DatasetContent } from '../reading/readDataset.js';
import type { TableWarning } from '../remark.js';
import { panelContentFrom, type OfferedColumn, type PanelValue } from './panelBuilder.js';

/** What can be a column of a panel of official statistics: raw figures, and the indicators that are computed of them. */
export function officialColumns(
  { inputs, indicators }: Statistics,
  nameOf: (code: string) => string | undefined,
  language: Language,
): { raw: OfferedColumn[]; computed: OfferedColumn[] } {
  const raw = inputs.map(({ id, name, unit }) => ({ id, label: `${name[language]}, ${unit[language]}` }));
  const forms = indicators.flatMap(({ code, value, scored }) => [value, scored].map((form) => ({ code, ...form })));
  const named = forms.map(({ id, code, unit, formula }) => ({
    id,
    label: `${nameOf(code) ?? code}, ${unit[language]}`,
    hint: formula[language],
  }));
  const computed = new Map(named.map((form) => [form.id, form]));
  return { raw, computed: [...computed.values()].filter(({ id }) => inputs.every((input) => input.id !== id)) };
}

export interface OfficialChoice {
  columns: OfferedColumn[];
  from: number;
  to: number;
}

/** A panel with the figures that it rests on. */
export interface OfficialPanel {
  content: DatasetContent;
  used: Observation[];
  synthetic: boolean;
}

interface UsedValue extends PanelValue {
  observations: Observation[];
}

/** The panel of chosen figures; a year never borrows a figure of another one. Null where there is no value at all. */
export function officialPanelFrom(
  observations: readonly Observation[],
  choice: OfficialChoice,
  statistics: Statistics,
): OfficialPanel | null {
  const towns = [...new Set(observations.map(({ townId }) => townId))];
  const years = Array.from({ length: choice.to - choice.from + 1 }, (_, at) => choice.from + at);
  const values = towns.flatMap((unit) => {
    const own = observations.filter(({ townId }) => townId === unit);
    return years.flatMap((year) => valuesOf(own, { unit, year }, choice.columns));
  });
  const content = panelContentFrom(values, choice.columns, standIns(values, choice.columns, statistics));
  if (content === null) return null;
  const used = [...new Map(values.flatMap((value) => value.observations.map((figure) => [figure.id, figure] as const))).values()];
  return { content, used, synthetic: used.some(({ status }) => status === 'synthetic') };
}

function valuesOf(
  own: readonly Observation[],
  { unit, year }: { unit: string; year: number },
  columns: OfferedColumn[],
): UsedValue[] {
  const byId = new Map(own.map((observation) => [observation.id, observation]));
  const forms = statisticalIndicatorsFrom(own, { referenceYear: year, maxAgeYears: 0 }).flatMap((indicator) =>
    Object.entries(indicator.forms),
  );
  return columns.flatMap(({ id }): UsedValue[] => {
    const raw = own.find((observation) => observation.input === id && observation.year === year);
    if (raw) return [{ unit, year, column: id, value: raw.value, observations: [raw] }];
    const figure = forms.find(([form]) => form === id)?.[1];
    if (figure?.state !== 'defined') return [];
    const observations = figure.observations.flatMap((observation) => byId.get(observation.id) ?? []);
    return [{ unit, year, column: id, value: figure.value, observations }];
  });
}

/** Where the figure of another area was taken for the town's own, by column and town. */
function standIns(values: readonly UsedValue[], columns: readonly OfferedColumn[], { inputs }: Statistics): TableWarning[] {
  const levelOf = new Map(inputs.map(({ id, areaLevel }) => [id, areaLevel]));
  const borrowed = values.filter(({ observations }) =>
    observations.some(({ proxy, areaLevel, input }) => proxy || areaLevel !== levelOf.get(input)),
  );
  return columns.flatMap(({ id, label }): TableWarning[] => {
    const years = new Map<string, number[]>();
    for (const { unit, year, column } of borrowed) if (column === id) years.set(unit, [...(years.get(unit) ?? []), year]);
    if (years.size === 0) return [];
    return [
      { code: 'standsIn', values: { column: label, places: [...years].map(([unit, list]) => `${unit}: ${list.join(', ')}`) } },
    ];
  });
}

/** SHA-256 over everything that a figure says and where it is from, in the order of towns, figures and years. */
export function digestOfFigures(used: readonly Observation[]): string {
  const lines = used
    .map(({ townId, input, year, value, unit, source, date, areaLevel, areaId, proxy, status }) =>
      JSON.stringify([townId, input, year, value, unit, source, date, areaLevel, areaId, proxy, status]),
    )
    .sort();
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
}
