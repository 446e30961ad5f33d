import type { CodeList, Scale } from '../../../../survey-definitions/contract/index.js';
import { difference, type Difference } from '../difference.js';
import { sameContent } from '../sameContent.js';
import type { States } from './conditions.js';
import { optionDifferences } from './options.js';
import { partDifferences } from './parts.js';

/** What became of the scales and answer lists. */
export function answerDifferences({ before, after }: States): Difference[] {
  return [
    ...partDifferences('scale', before.scales, after.scales, (was, is, place) => [
      ...optionDifferences(place, was.options, is.options),
      ...ofScale(was, is, place),
    ]),
    ...partDifferences('list', before.lists, after.lists, (was: CodeList, is: CodeList, place) =>
      optionDifferences(place, was.options, is.options),
    ),
  ];
}

function ofScale(was: Scale, is: Scale, place: Difference['place']): Difference[] {
  const layout = (scale: Scale) => ({ word: `designVersions.layout_${scale.layout}` }) as const;
  const top = (scale: Scale) => scale.topCodes.join(', ') || '–';
  return [
    ...(was.layout === is.layout ? [] : [difference(place, 'layout', { before: layout(was), after: layout(is) })]),
    ...(sameContent(was.topCodes, is.topCodes) ? [] : [difference(place, 'top_codes', { before: top(was), after: top(is) })]),
  ];
}
