import type { Definition, Language } from '../../../survey-definitions/contract/index.js';
import { textsIn } from '../../i18n/index.js';
import { wordingFrom, type Wording } from '../wording.js';

/** The smallest published group that a study usually promises. */
const USUAL_GROUP = { residents: '10', researchers: '5' } as const;

/** Texts whose placeholders stand in for what a wave would fill in. */
export function sampleWording({ minutes, population }: Definition, language: Language): Wording {
  const t = textsIn(language);
  return wordingFrom(
    {
      minutes: String(minutes),
      organiser_name: t('designPreview.sample_organiser'),
      organiser_contact: t('designPreview.sample_contact'),
      enterprise_name: t('designPreview.sample_enterprise'),
      min_group: USUAL_GROUP[population],
    },
    language,
  );
}
