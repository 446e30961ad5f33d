import type { LocalizedText, Method } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import { contributionBarFrom, type ContributionBar } from '../pages/intervalBar.js';
import type { PrintedParts } from './printedParts.js';

/** A difference of scores taken apart: a sum that can be checked by eye, and a table per block. */
export interface PartsTables {
  sum: {
    start: { value: string; label: string };
    terms: { sign: string; value: string; label: string; chipClass: string }[];
    end: { value: string; label: string };
  };
  blocks: PartsBlock[];
  floors: { heading: string; text: string; rows: { name: string; points: string }[] } | null;
  columns: { indicator: string; points: string };
}

interface PartsBlock {
  id: string;
  label: string;
  chipClass: string;
  name: string;
  total: { label: string; points: string };
  rows: { code: string; name: string; detail: string; points: string; bar: ContributionBar }[];
}

interface PartsMaterial {
  language: Language;
  t: Texts;
  figures: Figures;
  method: Method;
  names: ReadonlyMap<string, LocalizedText>;
  /** What the two scores are called. */
  labels: { start: string; end: string };
}

export function buildPartsTables(parts: PrintedParts, material: PartsMaterial): PartsTables {
  const { t, figures } = material;
  const { floors } = parts;
  return {
    sum: sumOf(parts, material),
    blocks: parts.blocks.map((block) => blockTable(block, parts, material)),
    floors:
      floors.length === 0
        ? null
        : {
            heading: t('explanation.floors'),
            text: t('explanation.floors_text', { floor: material.method.floor }),
            rows: floors.map(({ part, points }) => ({ name: partName(part, material), points: figures.points(points) })),
          },
    columns: { indicator: t('explanation.indicator_column'), points: t('explanation.points_column') },
  };
}

function sumOf({ baseline, score, blocks, floors }: PrintedParts, { t, figures, labels }: PartsMaterial): PartsTables['sum'] {
  const term = (label: string, points: number, chipClass: string) => ({
    sign: points < 0 ? '−' : '+',
    value: figures.indicator(Math.abs(points)),
    label,
    chipClass,
  });
  return {
    start: { value: figures.indicator(baseline), label: labels.start },
    terms: [
      ...blocks.map(({ id, points }) => term(id, points, `tone-${id.toLowerCase()}`)),
      ...floors.map(({ points }) => term(t('explanation.floor_chip'), points, 'tone-total')),
    ],
    end: { value: figures.indicator(score), label: labels.end },
  };
}

function blockTable(
  { id, points, indicators }: PrintedParts['blocks'][number],
  { blocks }: PrintedParts,
  { language, t, figures, names, method }: PartsMaterial,
): PartsBlock {
  const largest = Math.max(...blocks.flatMap((block) => block.indicators.map((indicator) => Math.abs(indicator.points))));
  return {
    id: `block-${id.toLowerCase()}`,
    label: id,
    chipClass: `tone-${id.toLowerCase()}`,
    name: method.blocks.find((block) => block.id === id)?.shortName[language] ?? id,
    total: { label: t('explanation.block_total', { block: id }), points: figures.points(points) },
    rows: indicators.map(({ code, points: moved, now, then }) => ({
      code,
      name: names.get(code)?.[language] ?? code,
      detail: t('explanation.now_against', { now: figures.indicator(now), then: figures.indicator(then) }),
      points: figures.points(moved),
      bar: contributionBarFrom(moved, largest),
    })),
  };
}

function partName(part: string, { t, method, language }: PartsMaterial): string {
  if (part === 'objective' || part === 'subjective') return t(`interface.lbl_${part}`);
  const block = method.blocks.find(({ id }) => id === part);
  return block ? `${part}. ${block.shortName[language]}` : part;
}
