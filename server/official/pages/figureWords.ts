import type { StatisticalFigure } from '../../../scoring/index.js';
import { formatNumber, type Language, type Texts } from '../../i18n/index.js';
import type { Observation, ObservationStatus } from '../observation.js';

/** A raw figure with as many decimals as it was entered with, at most four. */
export function figureText(value: number, language: Language): string {
  const decimals = /\.(\d+)$/.exec(value.toFixed(4).replace(/0+$/, ''))?.[1]?.length ?? 0;
  return formatNumber(value, language, decimals);
}

const STATUS_KEYS = {
  official: 'official.status_official',
  'organisation-report': 'official.status_organisation_report',
  estimate: 'official.status_estimate',
  synthetic: 'official.status_synthetic',
} as const;

export function statusText(status: ObservationStatus, t: Texts): string {
  return t(STATUS_KEYS[status]);
}

export interface Tag {
  text: string;
  /** `care` asks to read it before trusting the number. */
  tone: 'plain' | 'care';
}

/** What has to be known about a figure beside its value: where it differs from an official figure of the town itself. */
export function tagsOf({ status, areaLevel, proxy, revision }: Observation, t: Texts): Tag[] {
  const plain = (text: string): Tag => ({ text, tone: 'plain' });
  const care = (text: string): Tag => ({ text, tone: 'care' });
  return [
    ...(status === 'synthetic' ? [care(t('official.tag_synthetic'))] : []),
    ...(status === 'estimate' ? [care(t('official.tag_estimate'))] : []),
    ...(status === 'organisation-report' ? [plain(t('official.tag_organisation_report'))] : []),
    ...(areaLevel === 'region' ? [plain(t('official.tag_region'))] : []),
    ...(areaLevel === 'country' ? [plain(t('official.tag_country'))] : []),
    ...(proxy ? [care(t('official.tag_proxy'))] : []),
    ...(revision > 1 ? [plain(t('official.tag_corrected'))] : []),
  ];
}

/** Why a figure is undefined; null where it is defined. */
export function undefinedText(figure: StatisticalFigure, t: Texts, nameOfInput: (input: string) => string): string | null {
  if (figure.state === 'defined') return null;
  const names = 'inputs' in figure ? figure.inputs.map(nameOfInput).join(', ') : '';
  switch (figure.reason) {
    case 'missing-input':
      return t('official.reason_missing_input', { inputs: names });
    case 'no-common-year':
      return t('official.reason_no_common_year', { inputs: names });
    case 'missing-year':
      return t('official.reason_missing_year', { inputs: names, year: figure.year });
    case 'zero-base':
      return t('official.reason_zero_base', { year: figure.year });
    case 'suppressed':
    case 'too-few-answers':
      return t('official.reason_from_survey');
  }
}
