import type { Definition } from '../../../survey-definitions/contract/index.js';
import { formatNumber, textsIn, type Language } from '../../i18n/index.js';
import { marginVariablesOf, nameOfMargin } from './marginVariables.js';
import type { PublishedWeighting } from './publishedWeighting.js';

/** How the answers behind published figures were weighted, in a few sentences for anybody. */
export function weightingNote(weighting: PublishedWeighting | undefined, definition: Definition, language: Language): string {
  const t = textsIn(language);
  if (!weighting || weighting.adjustment === 'none') return t('weighting.note_unweighted');
  const variables = marginVariablesOf(definition);
  const margins = weighting.margins.map(({ variables: ids, source, year }) =>
    t('weighting.note_margin', { margin: nameOfMargin(variables, ids)[language].toLocaleLowerCase(language), source, year }),
  );
  const { designEffect, conservative, standing } = weighting;
  return [
    t('weighting.note_weighted', {
      adjustment: t(`weighting.adjustment_${weighting.adjustment}`).toLocaleLowerCase(language),
      margins: margins.join('; '),
    }),
    ...(designEffect === null ? [] : [t('weighting.note_effect', { effect: formatNumber(designEffect, language, 2) })]),
    ...(conservative ? [t('weighting.note_conservative')] : []),
    ...(Object.keys(standing).length > 0 ? [t('weighting.note_standing')] : []),
  ].join(' ');
}
