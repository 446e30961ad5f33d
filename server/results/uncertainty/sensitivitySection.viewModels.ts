import type { AnalysedSensitivity, RankSensitivity, ScoreSensitivity, VarianceShare } from '../../../scoring/index.js';
import type { Texts } from '../../i18n/index.js';
import type { Figures } from '../pages/figures.js';
import { driverSentences, groupName, type Subject } from './driverWords.viewModels.js';
import { publicShareOf } from './publicUncertainty.js';
import { SHARE_AXIS, shareBarFrom, type ShareBar } from './shareBar.js';

/** What drives a result: first in words, then in bars that are a table too. */
export interface SensitivitySection {
  lead: string;
  sentences: string[];
  /** Absent where there is no spread to divide. */
  shares: {
    heading: string;
    intro: string;
    headings: { group: string; first: string; total: string };
    axis: string[];
    rows: { name: string; first: ShareWords; total: ShareWords; bar: ShareBar }[];
    notVaried: { names: string[]; label: string };
  } | null;
}

interface ShareWords {
  share: string;
  range: string;
}

export function sensitivitySectionFrom(
  sensitivity: ScoreSensitivity | RankSensitivity,
  subject: Subject,
  t: Texts,
  figures: Figures,
): SensitivitySection {
  if (sensitivity.state === 'missing') return { lead: missingText(sensitivity.reason, subject, t), sentences: [], shares: null };
  const [lead = '', ...sentences] = driverSentences(sensitivity, subject, t, figures);
  return {
    lead,
    sentences: subject === 'order' ? [shiftText(sensitivity, t, figures), ...sentences] : sentences,
    shares: {
      heading: t('uncertainty.shares_heading'),
      intro: t('uncertainty.shares_intro'),
      headings: {
        group: t('uncertainty.table_group'),
        first: t('uncertainty.table_first'),
        total: t('uncertainty.table_total'),
      },
      axis: SHARE_AXIS,
      rows: rowsOf(sensitivity, t, figures),
      notVaried: {
        names: sensitivity.notVaried.map((group) => groupName(group, t)),
        label: t('uncertainty.not_varied'),
      },
    },
  };
}

function rowsOf({ groups }: AnalysedSensitivity, t: Texts, figures: Figures): NonNullable<SensitivitySection['shares']>['rows'] {
  const words = ({ share, interval }: VarianceShare): ShareWords => ({
    share: figures.percent(share),
    range: figures.percentRange(interval),
  });
  return [...groups]
    .sort((a, b) => b.total.share - a.total.share)
    .map((entry) => {
      const [first, total] = [publicShareOf(entry.first), publicShareOf(entry.total)];
      return { name: groupName(entry.group, t), first: words(first), total: words(total), bar: shareBarFrom(first, total) };
    });
}

function shiftText({ mean }: AnalysedSensitivity, t: Texts, figures: Figures): string {
  return t('uncertainty.said_shift', { mean: figures.indicator(mean) });
}

function missingText(reason: 'no-variance' | 'no-score' | 'no-covariance', subject: Subject, t: Texts): string {
  if (reason === 'no-variance') return t(`uncertainty.said_${subject}_none`);
  return reason === 'no-score' ? t('uncertainty.said_score_missing') : t('uncertainty.said_score_no_covariance');
}
