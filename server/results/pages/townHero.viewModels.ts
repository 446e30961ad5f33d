import type { Method } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import { bandName } from './bandName.js';
import type { Figures } from './figures.js';
import { AXIS_LABELS, intervalBarFrom, type BarTone, type IntervalBar } from './intervalBar.js';
import { rangeOf, samplingIntervalOf } from './scoreRange.js';

/** One line of the tree of the score: sub-index or block, on the same axis as the score itself. */
interface TreeRow {
  levelClass: string;
  chip: { label: string; chipClass: string } | null;
  name: string;
  value: string;
  /** Where the number comes from. */
  href: string;
  range: string;
  bar: IntervalBar;
}

export interface TownHero {
  label: string;
  number: { value: string; href: string; range: string; rangeLabel: string } | null;
  /** Instead of a number. */
  partial: string | null;
  /** The name that the method gives to the score; empty where it names none. */
  band: string;
  bar: IntervalBar;
  axis: string[];
  paragraphs: string[];
  /** The page that says how sure the number is. */
  uncertainty: { label: string; href: string } | null;
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
  /** Of the page that says how sure the number is. */
  uncertaintyHref: string;
  /** Of the page that says where the numbers come from. */
  lineage: string;
}

export function buildTownHero(material: HeroMaterial): TownHero {
  const { score, method, language, t, figures, missingPoints } = material;
  const { result } = score;
  const { integral, arithmetic } = result;
  const range = rangeOf(score, 'integral', integral);
  return {
    label: t('interface.lbl_integral_score'),
    number:
      integral.state === 'scored'
        ? {
            value: figures.score(integral.score),
            href: `${material.lineage}#number`,
            range: range ? figures.scoreRange(range.interval) : '',
            rangeLabel: range ? t(range.basis === 'draws' ? 'uncertainty.range_label' : 'results.range_label') : '',
          }
        : null,
    partial: integral.state === 'missing' ? t('results.partial') : null,
    band: integral.state === 'scored' ? bandName(method, integral.score, language) : '',
    bar: barOf(score, 'integral', integral, 'total', 52),
    axis: AXIS_LABELS,
    paragraphs:
      integral.state === 'scored'
        ? [...rangeTexts(score, t, figures), extremesText(result, method, language, t, figures)]
        : [t('results.partial_intro', { year: score.year }), ...shortBlocks(result, t)],
    uncertainty: integral.state === 'scored' ? { label: t('uncertainty.hero_link'), href: material.uncertaintyHref } : null,
    notes: [
      t('results.fifty_means'),
      ...(arithmetic.integral.state === 'scored'
        ? [t('results.arithmetic_variant', { score: figures.score(arithmetic.integral.score) })]
        : []),
      ...flooredNotes(result, method, t),
    ],
    missing: missingPoints.length > 0 ? { heading: t('results.missing_heading'), points: missingPoints } : null,
    tree: method.subIndices.flatMap((subIndex) => [
      treeRow(
        score,
        subIndex.id,
        { name: subIndexName(subIndex.id, t), chip: null, levelClass: 'tree-part', href: `${material.lineage}#number` },
        'total',
        t,
        figures,
      ),
      ...method.blocks
        .filter((block) => subIndex.blocks.includes(block.id))
        .map((block) => {
          const tone = block.id.toLowerCase() as BarTone;
          const chip = { label: block.id, chipClass: `tone-${tone}` };
          const href = `${material.lineage}#${block.id}`;
          return treeRow(
            score,
            block.id,
            { name: block.shortName[language], chip, levelClass: 'tree-block', href },
            tone,
            t,
            figures,
          );
        }),
    ]),
  };
}

function treeRow(
  score: ScoreContent,
  id: string,
  frame: Pick<TreeRow, 'name' | 'chip' | 'levelClass' | 'href'>,
  tone: BarTone,
  t: Texts,
  figures: Figures,
): TreeRow {
  const node = nodeOf(score.result, id);
  const scored = node?.state === 'scored' ? node : null;
  const range = node && rangeOf(score, id, node);
  return {
    ...frame,
    value: scored ? figures.score(scored.score) : t('results.no_number'),
    range: range ? figures.scoreRange(range.interval) : '',
    bar: barOf(score, id, node, tone, 34),
  };
}

function barOf(score: ScoreContent, id: string, node: Node | undefined, tone: BarTone, height: number): IntervalBar {
  if (node?.state !== 'scored') return intervalBarFrom(height, []);
  const interval = rangeOf(score, id, node)?.interval ?? null;
  return intervalBarFrom(height, [{ value: node.score, interval, tone, shape: 'circle' }]);
}

/** What the interval says; where it holds the choices of the method too, the sampling error is told beside. */
function rangeTexts(score: ScoreContent, t: Texts, figures: Figures): string[] {
  const { integral } = score.result;
  const range = rangeOf(score, 'integral', integral);
  if (range === null) return [t('results.hero_no_range')];
  const values = { range: figures.scoreRange(range.interval) };
  if (range.basis === 'sampling') return [t('results.hero_range', values)];
  const sampling = samplingIntervalOf(integral);
  return [
    t('uncertainty.hero_range', values),
    ...(sampling ? [t('uncertainty.sampling_range', { range: figures.scoreRange(sampling) })] : []),
  ];
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
  const nodes = [result.integral, ...result.subIndices, ...result.blocks];
  const floored = nodes.flatMap((node) => (node.state === 'scored' ? node.floored : []));
  const nameOf = (part: string): string => (part === 'objective' || part === 'subjective' ? subIndexName(part, t) : part);
  return floored.map((part) => t('results.floored', { part: nameOf(part), floor: method.floor }));
}
