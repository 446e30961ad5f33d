import type { FormValues, TableModel } from '../../../accounts/index.js';
import type { PageModel } from '../../../http/views.js';
import { textsIn, type Language } from '../../../i18n/index.js';
import type { DraftFrame } from '../../editing/draftFrame.viewModels.js';
import type { PreviewProvider } from '../provider.js';
import { sampleAnswers } from '../sampleAnswers.js';
import { phoneAddress, type PreviewSubject } from '../subject.js';
import { subjectHead, type SubjectHead } from '../subjectHead.viewModels.js';
import { pathExtremes } from './extremes.js';
import { pathOf, type Path } from './path.js';
import { pathFacts, pathTables } from './pathFigures.viewModels.js';
import { buildSteps, type StepGroup } from './pathSteps.viewModels.js';

export type PathPage = PageModel &
  SubjectHead & {
    frame: DraftFrame | null;
    explanation: string;
    action: string;
    summaryHeading: string;
    facts: { label: string; value: string }[];
    show: string;
    fill: string;
    links: { label: string; href: string }[];
    stepsHeading: string;
    groups: StepGroup[];
    tables: TableModel[];
  };

declare module '../../../http/views.js' {
  interface Views {
    'design/previewPath': PathPage;
  }
}

interface Chosen {
  subject: PreviewSubject;
  language: Language;
  preview: Pick<PreviewProvider, 'answersIn' | 'fieldsOf'>;
  /** Answers under the names of a respondent's form; `_rest` asks to fill in what is open. */
  fields: FormValues;
}

export function buildPathPage({ subject, language, preview, fields }: Chosen): Omit<PathPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const { shown: definition, written, address } = subject;
  const chosen = preview.answersIn(definition, fields);
  const filled = fields._rest === 'sample';
  const path = pathOf(definition, filled ? sampleAnswers(definition, chosen) : chosen);
  const shownFields = filled ? preview.fieldsOf(definition, path.answers) : fields;
  const figures = { definition, path, extremes: pathExtremes(definition), language };
  return {
    ...subjectHead(subject, t('designPreview.path_title'), language),
    explanation: t('designPreview.path_explanation'),
    action: `${address}/path`,
    summaryHeading: t('designPreview.path_summary'),
    facts: pathFacts(figures),
    show: t('designPreview.path_show'),
    fill: t('designPreview.path_fill'),
    links: [
      { label: t('designPreview.path_walk'), href: walkAddress(subject, path, language) },
      { label: t('designPreview.path_clear'), href: `${address}/path` },
      { label: t('designPreview.path_to_phone'), href: address },
    ],
    stepsHeading: t('designPreview.path_steps'),
    groups: buildSteps({ definition, written, path, fields: shownFields, language, editable: subject.draft !== null }),
    tables: pathTables(figures),
  };
}

/** The respondent's pages with these answers: where the questionnaire ends, or the first page with an open question. */
function walkAddress(subject: PreviewSubject, { answers, ending, firstOpen, pages }: Path, language: Language): string {
  const address = phoneAddress(subject, language, null);
  if (ending) return `${address}${ending.ending === 'declined' ? '/declined' : '/screened-out'}`;
  if (Object.keys(answers).length === 0) return address;
  const walked = phoneAddress(subject, language, { answers, facetOrder: [] });
  const page = firstOpen && pages.find(({ items }) => items.includes(firstOpen));
  return page ? `${walked}/q/${page.id}` : `${walked}/check`;
}
