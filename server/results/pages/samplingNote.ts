import type { Wave } from '../../fieldwork/index.js';
import type { Texts } from '../../i18n/index.js';

/** How the respondents of a wave were found, and what its intervals therefore leave out (methodology §10.1). */
export function samplingNote({ sampling = 'open-link' }: Pick<Wave, 'sampling'>, t: Texts): string {
  return [t('quality.sampling', { sampling: t(`fieldwork.sampling_${sampling}`) }), t(`quality.intervals_${sampling}`)].join(' ');
}
