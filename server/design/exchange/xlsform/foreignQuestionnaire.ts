import type { Definition, Population } from '../../../../survey-definitions/contract/index.js';
import type { TextStatus } from '../../questionnaires/draft.js';
import { emptyDefinitionFrom } from '../../questionnaires/emptyDefinition.js';
import type { FormRow } from './formTable.js';
import { createIds } from './identifiers.js';
import { inAllLanguages } from './inAllLanguages.js';

/** What stands round the sections of a questionnaire. */
export interface QuestionnaireFrame {
  definition: Definition;
  statuses: TextStatus[];
}

export interface ForeignFrame {
  population: Population;
  /** Whose consent page, special answers and closing texts a form from elsewhere gets: it promises nothing to its respondents yet. */
  model: Definition;
}

const NO_TEXT = { kk: '', ru: '', en: '' };

export function foreignQuestionnaire(settings: FormRow | undefined, { population, model }: ForeignFrame): QuestionnaireFrame {
  const formTitle = settings?.text('form_title') ?? NO_TEXT;
  const definition = emptyDefinitionFrom({
    id: createIds()(settings?.cell('form_id') ?? '', 'questionnaire'),
    population,
    title: formTitle,
    model,
    firstSectionTitle: NO_TEXT,
    everyone: inAllLanguages('design.everyone'),
  });
  return { definition: { ...definition, sections: definition.sections.slice(0, 1) }, statuses: [] };
}
