import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language } from '../../i18n/index.js';
import { titleIn } from '../editing/draftFrame.viewModels.js';
import { buildChangeReport, type ChangeReport } from './changeReport.viewModels.js';
import { versionAddress } from './versionPage.viewModels.js';

export interface ComparisonPage extends PageModel {
  heading: string;
  back: { label: string; href: string };
  explanation: string;
  changesHeading: string;
  changes: ChangeReport;
}

declare module '../../http/views.js' {
  interface Views {
    'design/compareVersions': ComparisonPage;
  }
}

export function buildComparisonPage(language: Language, before: Definition, after: Definition): Omit<ComparisonPage, 'layout'> {
  const t = textsIn(language);
  const versions = { before: before.version, after: after.version };
  return {
    heading: t('designVersions.compare_title', { title: titleIn(after, language), ...versions }),
    back: { label: t('designVersions.back_to_version', { version: after.version }), href: versionAddress(after) },
    explanation: t('designVersions.compare_explanation', versions),
    changesHeading: t('designVersions.differences'),
    changes: buildChangeReport(language, before, after),
  };
}
