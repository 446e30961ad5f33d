import type { TownScore } from '../../../scoring/index.js';
import type { Method } from '../../../survey-definitions/contract/index.js';
import type { Language, Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import { AXIS_LABELS, intervalBarFrom, type BarTone, type IntervalBar } from '../pages/intervalBar.js';
import type { Scenario } from './scenario.js';

/** What the score would be. */
export interface WhatIfAnswer {
  heading: string;
  /** One sentence, also read out when the number becomes another. */
  said: string;
  number: { value: string; now: string } | null;
  axis: string[];
  rows: WhatIfRow[];
  /** Parts that stay at the floor. */
  notes: string[];
}

interface WhatIfRow {
  levelClass: string;
  chip: { label: string; chipClass: string } | null;
  name: string;
  value: string;
  change: string;
  bar: IntervalBar;
}

interface AnswerMaterial {
  method: Method;
  now: TownScore;
  scenario: Scenario;
  language: Language;
  t: Texts;
  figures: Figures;
}

export function buildWhatIfAnswer(material: AnswerMaterial): WhatIfAnswer {
  const { method, now, scenario, t, figures, language } = material;
  const then = scenario.state === 'computed' ? scenario.score : now;
  const [before, after] = [pointsOf(now.integral), pointsOf(then.integral)];
  return {
    heading: t('explanation.answer_heading'),
    said: sentenceOf(scenario, before, after, t, figures),
    number:
      after === null
        ? null
        : {
            value: figures.indicator(after),
            now:
              before === null || scenario.state !== 'computed'
                ? ''
                : t('explanation.answer_now', { score: figures.indicator(before) }),
          },
    axis: AXIS_LABELS,
    rows: method.subIndices.flatMap(({ id, blocks }) => [
      rowOf(
        t(`interface.lbl_${id}`),
        { levelClass: 'tree-part', tone: 'total' },
        [now, then].map((score) => subIndexPoints(score, id)),
        material,
      ),
      ...method.blocks
        .filter((block) => blocks.includes(block.id))
        .map((block) =>
          rowOf(
            block.shortName[language],
            { levelClass: 'tree-block', tone: block.id.toLowerCase() as BarTone, chip: block.id },
            [now, then].map((score) => blockPoints(score, block.id)),
            material,
          ),
        ),
    ]),
    notes: flooredNotes(then, method, language, t),
  };
}

function sentenceOf(scenario: Scenario, before: number | null, after: number | null, t: Texts, figures: Figures): string {
  if (scenario.state === 'faulty') return scenario.codes.map((code) => t('explanation.field_fault', { code })).join(' ');
  if (before === null || after === null) return t('explanation.answer_partial');
  if (scenario.state === 'none') return t('explanation.answer_none', { score: figures.indicator(before) });
  const values = { before: figures.indicator(before), after: figures.indicator(after) };
  const points = figures.points(Number(after.toFixed(1)) - Number(before.toFixed(1)));
  return values.before === values.after
    ? t('explanation.answer_same', values)
    : t('explanation.answer_said', { ...values, points });
}

function rowOf(
  name: string,
  { levelClass, tone, chip }: { levelClass: string; tone: BarTone; chip?: string },
  [now = null, then = null]: (number | null)[],
  { t, figures }: AnswerMaterial,
): WhatIfRow {
  const moved = now !== null && then !== null && figures.indicator(now) !== figures.indicator(then);
  return {
    levelClass,
    chip: chip === undefined ? null : { label: chip, chipClass: `tone-${tone}` },
    name,
    value: then === null ? t('results.no_number') : figures.indicator(then),
    change: moved
      ? t('explanation.row_moved', {
          before: figures.indicator(now),
          points: figures.points(Number(then.toFixed(1)) - Number(now.toFixed(1))),
        })
      : '',
    bar: intervalBarFrom(26, marksOf(now, then, tone, moved)),
  };
}

/** Where the part is now, as an outline, and a line to where it would be. */
function marksOf(now: number | null, then: number | null, tone: BarTone, moved: boolean) {
  if (then === null) return [];
  const interval = moved && now !== null ? { lower: Math.min(now, then), upper: Math.max(now, then) } : null;
  return [{ value: then, interval, tone, shape: 'circle' as const }];
}

function flooredNotes(score: TownScore, method: Method, language: Language, t: Texts): string[] {
  const nodes = [score.integral, ...score.subIndices];
  return nodes
    .flatMap((node) => (node.state === 'scored' ? node.floored : []))
    .map((part) => {
      const block = method.blocks.find(({ id }) => id === part);
      const name = block ? `${part}. ${block.shortName[language]}` : t(`interface.lbl_${part as 'objective'}`);
      return t('explanation.answer_floor', { part: name, floor: method.floor });
    });
}

const pointsOf = (node: TownScore['integral']): number | null => (node.state === 'scored' ? node.score : null);

function blockPoints({ blocks }: TownScore, id: string): number | null {
  const block = blocks.find((each) => each.id === id);
  return block?.state === 'scored' ? block.score : null;
}

function subIndexPoints({ subIndices }: TownScore, id: string): number | null {
  const subIndex = subIndices.find((each) => each.id === id);
  return subIndex?.state === 'scored' ? subIndex.score : null;
}
