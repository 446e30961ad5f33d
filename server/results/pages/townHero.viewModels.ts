import type { Method } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { Figures } from './figures.js';
import { AXIS_LABELS, intervalBarFrom, type BarTone, type IntervalBar } from './intervalBar.js';

/** One line of the tree of the score: sub-index or block, on the same axis as the score itself. */
interface TreeRow {
  levelClass: string;
  chip: { label: string; chipClass: string } | null;
  name: string;
  value: string;
  range: string;
  bar: IntervalBar;
}

export interface TownHero {
  label: string;
  number: { value: string; range: string; rangeLabel: string } | null;
  /** Instead of a number. */
  partial: string | null;
  bar: IntervalBar;
  axis: string[];
  paragraphs: string[];
  notes: string[];
  missing: { heading: string; points: string[] } | null;
  tree: TreeRow[];
}

type Result = ScoreContent['result'];
type Node = Result['integral'];

interface HeroMaterial {
  score: ScoreContent;
  method: Method;
  language: Language;
  t: Texts;
  figures: Figures;
  /** What is missing, in words. */
  missingPoints: string[];
}

export function buildTownHero({ score, method, language, t, figures, missingPoints }: HeroMaterial): TownHero {
  const { result } = score;
  const { integral, arithmetic } = result;
  const interval = intervalOf(integral);
  return {
    label: t('interface.lbl_integral_score'),
    number:
      integral.state === 'scored'
        ? {
            value: figures.score(integral.score),
            range: interval ? figures.scoreRange(interval) : '',
            rangeLabel: interval ? t('results.range_label') : '',
          }
        : null,
    partial: integral.state === 'missing' ? t('results.partial') : null,
    bar: barOf(integral, 'total', 52),
    axis: AXIS_LABELS,
    paragraphs:
      integral.state === 'scored'
        ? [
            interval ? t('results.hero_range', { range: figures.scoreRange(interval) }) : t('results.hero_no_range'),
            extremesText(result, method, language, t, figures),
          ]
        : [t('results.partial_intro', { year: score.year }), ...shortBlocks(result, t)],
    notes: [
      t('results.fifty_means'),
      ...(arithmetic.integral.state === 'scored'
        ? [t('results.arithmetic_variant', { score: figures.score(arithmetic.integral.score) })]
        : []),
      ...flooredNotes(result, method, t),
    ],
    missing: missingPoints.length > 0 ? { heading: t('results.missing_heading'), points: missingPoints } : null,
    tree: method.subIndices.flatMap((subIndex) => [
      treeRow(subIndexName(subIndex.id, t), null, 'tree-part', nodeOf(result, subIndex.id), 'total', t, figures),
      ...method.blocks
        .filter((block) => subIndex.blocks.includes(block.id))
        .map((block) => {
          const tone = block.id.toLowerCase() as BarTone;
          const chip = { label: block.id, chipClass: `tone-${tone}` };
          return treeRow(block.shortName[language], chip, 'tree-block', nodeOf(result, block.id), tone, t, figures);
        }),
    ]),
  };
}

function treeRow(
  name: string,
  chip: TreeRow['chip'],
  levelClass: string,
  node: Node | undefined,
  tone: BarTone,
  t: Texts,
  figures: Figures,
): TreeRow {
  const scored = node?.state === 'scored' ? node : null;
  const interval = node && intervalOf(node);
  return {
    levelClass,
    chip,
    name,
    value: scored ? figures.score(scored.score) : t('results.no_number'),
    range: interval ? figures.scoreRange(interval) : '',
    bar: barOf(node, tone, 34),
  };
}

function barOf(node: Node | undefined, tone: BarTone, height: number): IntervalBar {
  if (node?.state !== 'scored') return intervalBarFrom(height, []);
  return intervalBarFrom(height, [{ value: node.score, interval: intervalOf(node), tone, shape: 'circle' }]);
}

/** The interval of a score; null where no survey answer can move it. */
export function intervalOf(node: Node): { lower: number; upper: number } | null {
  if (node.state === 'missing' || node.samplingError.state === 'missing') return null;
  return node.samplingError.standardError === 0 ? null : node.samplingError.interval;
}

function nodeOf(result: Result, id: string): Node | undefined {
  const found = result.subIndices.find((part) => part.id === id) ?? result.blocks.find((part) => part.id === id);
  return found as Node | undefined;
}

function subIndexName(id: 'objective' | 'subjective', t: Texts): string {
  return t(`interface.lbl_${id}`);
}

function extremesText(result: Result, method: Method, language: Language, t: Texts, figures: Figures): string {
  const scored = result.blocks.flatMap((block) => (block.state === 'scored' ? [block] : [])).sort((a, b) => b.score - a.score);
  const [highest] = scored;
  const lowest = scored.at(-1);
  if (!highest || !lowest) return '';
  const nameOf = (id: string): string => method.blocks.find((block) => block.id === id)?.shortName[language] ?? id;
  return t('results.hero_extremes', {
    highName: nameOf(highest.id),
    high: figures.score(highest.score),
    lowName: nameOf(lowest.id),
    low: figures.score(lowest.score),
  });
}

function shortBlocks(result: Result, t: Texts): string[] {
  return result.blocks.flatMap((block) =>
    block.state === 'missing'
      ? [
          t('results.block_short', {
            block: block.id,
            present: block.present.length,
            total: block.present.length + block.missing.length,
            minimum: block.minimum,
          }),
        ]
      : [],
  );
}

function flooredNotes(result: Result, method: Method, t: Texts): string[] {
  const nodes = [result.integral, ...result.subIndices];
  const floored = nodes.flatMap((node) => (node.state === 'scored' ? node.floored : []));
  return floored.map((part) =>
    t('results.floored', { part: part.length === 1 ? part : subIndexName(part as 'objective', t), floor: method.floor }),
  );
}
