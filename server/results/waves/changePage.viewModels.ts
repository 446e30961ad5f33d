import type { TableModel } from '../../accounts/index.js';
import { differenceInWords } from '../../design/index.js';
import type { PageModel } from '../../http/views.js';
import { textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { Sampling } from '../../fieldwork/index.js';
import { changeTable } from './changeTable.viewModels.js';
import type { ChangeRow } from './waveChanges.js';
import { buildWaveFrame, type WaveFrame, type WaveFrameMaterial } from './waveFrame.viewModels.js';

/** What changed between two waves in one town, for coordinators. */
export interface WaveChangePage extends PageModel {
  frame: WaveFrame;
  intro: string;
  /** Said while there is nothing to show; null otherwise. */
  nothing: string | null;
  changes: {
    table: TableModel;
    /** What to know before reading the table. */
    cautions: string[];
    notes: string[];
    csv: { label: string; href: string };
    /** How the questionnaires differ, where they do. */
    reasons: { heading: string; indicators: { name: string; sentences: string[] }[] } | null;
  } | null;
}

declare module '../../http/views.js' {
  interface Views {
    'results/waveChange': WaveChangePage;
  }
}

interface ChangeMaterial {
  frame: WaveFrameMaterial & Required<Pick<WaveFrameMaterial, 'comparison'>>;
  changes: {
    rows: readonly ChangeRow[];
    before: { slug: string; sampling: Sampling };
    sampling: Sampling;
    faulty: readonly string[];
    unlikeWeights: boolean;
  } | null;
}

type Changes = NonNullable<ChangeMaterial['changes']>;

export function buildChangePage({ frame, changes }: ChangeMaterial): WaveChangePage {
  const { language, layout, wave, townId } = frame;
  const t = textsIn(language);
  const nothing = frame.comparison.others.length === 0 ? t('quality.change_no_other') : t('quality.change_choose');
  return {
    layout,
    frame: buildWaveFrame(frame),
    intro: t('quality.change_intro'),
    nothing: changes === null ? nothing : null,
    changes: changes && {
      table: changeTable(changes.rows, { language, before: changes.before.slug, after: wave.slug }),
      cautions: cautionsOf(changes, t),
      notes: [t('quality.change_none_explained'), t('quality.change_how')],
      csv: {
        label: t('quality.change_csv'),
        href: `/results/waves/${wave.slug}/changes.csv?${new URLSearchParams({ with: changes.before.slug, town: townId }).toString()}`,
      },
      reasons: reasonsOf(changes.rows, language, t),
    },
  };
}

function cautionsOf({ rows, before, sampling, faulty, unlikeWeights }: Changes, t: Texts): string[] {
  const otherMode = rows.some((row) => row.state === 'untested' && row.obstacle.kind === 'other-mode');
  const nameOf = (each: Sampling): string => t(`fieldwork.sampling_${each}`);
  return [
    ...faulty.map((wave) => t('weighting.draft_fault', { wave })),
    ...(otherMode ? [t('quality.change_other_mode')] : []),
    ...(before.sampling === sampling
      ? []
      : [t('quality.change_other_sampling', { before: nameOf(before.sampling), after: nameOf(sampling) })]),
    ...(unlikeWeights && faulty.length === 0 ? [t('quality.change_other_weights')] : []),
  ];
}

function reasonsOf(rows: readonly ChangeRow[], language: Language, t: Texts) {
  const indicators = rows.flatMap((row) =>
    row.state === 'untested' && row.obstacle.kind === 'asked-differently'
      ? [
          {
            name: `${row.code} ${row.name[language]}`,
            sentences: row.obstacle.comparability.reasons.map((reason) => differenceInWords(reason, language)),
          },
        ]
      : [],
  );
  return indicators.length === 0 ? null : { heading: t('results.wave_reasons'), indicators };
}
