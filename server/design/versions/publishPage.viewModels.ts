import type { Definition } from '../../../survey-definitions/contract/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type TextKey } from '../../i18n/index.js';
import type { DraftFrame } from '../editing/draftFrame.viewModels.js';
import { findingsByPlace, type FindingsOfPlace } from '../lint/checksPage.viewModels.js';
import type { Finding } from '../lint/finding.js';
import { draftAddress } from '../places.js';
import type { DraftRevision } from '../questionnaires/draft.js';
import { buildChangeReport, type ChangeReport } from './changeReport.viewModels.js';

export type PublishPage = PageModel & {
  frame: DraftFrame;
  heading: string;
  explanation: string;
  /** Why a publication that was tried did not happen. */
  refusal: string | null;
  obstacles: { heading: string; none: string; places: FindingsOfPlace[] };
  warnings: { words: string; label: string; href: string } | null;
  publish: { label: string; action: string; revision: number } | null;
  changesHeading: string;
  /** Said instead of a report where there is nothing to compare with. */
  noChanges: string | null;
  changes: ChangeReport | null;
  discard: { heading: string; explanation: string; label: string; href: string };
};

declare module '../../http/views.js' {
  interface Views {
    'design/publish': PublishPage;
  }
}

interface PublishMaterial {
  draft: DraftRevision;
  findings: readonly Finding[];
  /** The number that it is published under. */
  version: number;
  /** The version that the draft continues. */
  base: Definition | null;
  refusal: TextKey | null;
}

export function buildPublishPage(language: Language, material: PublishMaterial): Omit<PublishPage, 'layout' | 'frame'> {
  const t = textsIn(language);
  const { draft, findings, version, base, refusal } = material;
  const address = draftAddress(draft.questionnaire);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return {
    heading: t('designVersions.publish_title'),
    explanation: t('designVersions.publish_explanation'),
    refusal: refusal && t(refusal, { version }),
    obstacles: {
      heading: t('designVersions.obstacles'),
      none: t('designVersions.no_obstacles'),
      places: findingsByPlace(errors, draft, language),
    },
    warnings:
      warnings === 0
        ? null
        : {
            words: t('designVersions.warnings_left', { count: warnings }),
            label: t('designVersions.to_checks'),
            href: `${address}/checks#warning`,
          },
    publish:
      errors.length > 0
        ? null
        : { label: t('designVersions.publish_button', { version }), action: `${address}/publish`, revision: draft.revision },
    changesHeading: base ? t('designVersions.changes_since', { version: base.version }) : t('designVersions.differences'),
    noChanges: base ? null : t('designVersions.first_version'),
    changes: base && buildChangeReport(language, base, draft.definition),
    discard: {
      heading: t('designVersions.discard'),
      explanation: t('designVersions.discard_explanation'),
      label: t('designVersions.discard'),
      href: `${address}/discard`,
    },
  };
}
