import { stepsOf } from '../steps.js';
import { typedNumber } from './formReader.js';
import type { DraftSection, Scene } from './section.js';

const OLDEST = 20;
const HIGHEST_FLOOR = 50;

/** What happens where something is missing or almost nothing is left. */
export function missingSection({ method, language, t, names }: Scene): DraftSection {
  const membersOf = (block: string): number => stepsOf(method).find(({ id }) => id === block)?.members.length ?? 0;
  return {
    heading: t('methods.missing'),
    intro: [t('methods.missing_intro')],
    values: {
      ...Object.fromEntries(method.blocks.map(({ id, minimum }) => [`minimum.${id}`, String(minimum)])),
      maxAgeYears: String(method.maxAgeYears),
      floor: typedNumber(method.floor, language),
    },
    fields: (make) => [
      ...method.blocks.map(({ id }) =>
        make.text(`minimum.${id}`, t('methods.field_minimum', { block: names.step(id), total: membersOf(id) }), {
          short: true,
          inputmode: 'numeric',
        }),
      ),
      make.text('maxAgeYears', t('methods.field_max_age'), {
        short: true,
        inputmode: 'numeric',
        hint: t('methods.max_age_hint'),
      }),
      make.text('floor', t('methods.field_floor'), { short: true, inputmode: 'decimal', hint: t('methods.floor_hint') }),
    ],
    change: (read) => ({
      ...method,
      blocks: method.blocks.map((block) => ({
        ...block,
        minimum: read.number(`minimum.${block.id}`, { least: 1, most: membersOf(block.id), whole: true }) ?? block.minimum,
      })),
      maxAgeYears: read.number('maxAgeYears', { least: 0, most: OLDEST, whole: true }) ?? method.maxAgeYears,
      floor: read.number('floor', { positive: true, most: HIGHEST_FLOOR }) ?? method.floor,
    }),
  };
}
