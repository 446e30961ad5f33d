import { textsIn, formatInteger, type Language, type Texts } from '../../../i18n/index.js';
import type { MixShare } from '../../../../scoring/index.js';
import type { ScenarioMethod } from '../../../../survey-definitions/contract/index.js';
import type { ReadPicture } from '../scenarioPicture.js';
import { percent } from './bandStrip.viewModels.js';
import { scenarioNames } from './scenarioWords.js';

/** Marks of all scenarios as a table with a bar each, what leads, and the recommended mix in words. */
export interface MarksView {
  /** Why there are no marks; null where there are. */
  missing: string | null;
  leads: { label: string; value: string }[];
  mix: string[];
  headings: { scenario: string; beside: string | null; own: string; share: string; percent: string };
  rows: MarksRow[];
  rule: string;
}

interface MarksRow {
  name: string;
  /** What stands beside: printed marks, or those with unemployment reversed. */
  beside: string | null;
  own: string;
  bar: { width: string; beside: string | null; reversed: boolean };
  percent: string;
  leading: string | null;
}

/** Marks of another source by scenario, to stand beside. */
export interface BesideMarks {
  label: string;
  marks: Readonly<Record<string, number>>;
  kind: 'published' | 'reversed';
}

export function marksViewFrom(picture: ReadPicture, beside: BesideMarks | null, language: Language): MarksView {
  const t = textsIn(language);
  const { method, reading } = picture;
  const missing = reading.marks.state === 'missing' ? missingIndicators(reading.marks.missing, picture, language, t) : null;
  return {
    missing,
    leads: leadsOf(picture, language, t),
    mix: mixWords(picture, language, t),
    headings: {
      scenario: t('scenarioData.scenario'),
      beside: beside?.label ?? null,
      own: t(beside?.kind === 'published' ? 'scenarioData.recomputed' : 'scenarioData.marks'),
      share: t('scenarioData.share_of_marks'),
      percent: t('scenarioData.per_cent_of_maximum'),
    },
    rows: marksRows(picture, beside, language, t),
    rule: method.rule.label[language],
  };
}

function marksRows(
  { method, reading: { marks } }: ReadPicture,
  beside: BesideMarks | null,
  language: Language,
  t: Texts,
): MarksRow[] {
  if (marks.state === 'missing') return [];
  return marks.marks.map(({ scenario, mark, maximum, percent: share }) => {
    const other = beside?.marks[scenario];
    return {
      name: scenarioNames([scenario], method, language, t),
      beside: other === undefined ? null : t('scenarioData.mark_of', { mark: other, maximum }),
      own: t('scenarioData.mark_of', { mark, maximum }),
      bar: {
        width: percent(share),
        beside: other === undefined || maximum === 0 ? null : percent((100 * other) / maximum),
        reversed: beside?.kind === 'reversed',
      },
      percent: t('results.percent', { value: formatInteger(share, language) }),
      leading: leadingTag(scenario, marks, t),
    };
  });
}

type Marked = Extract<ReadPicture['reading']['marks'], { state: 'marked' }>;

function leadingTag(scenario: string, marks: Marked, t: Texts): string | null {
  const [byMarks, byPercent] = [marks.leadingByMarks.includes(scenario), marks.leadingByPercent.includes(scenario)];
  if (byMarks && byPercent) return t('scenarioData.leads_both');
  if (byMarks) return t('scenarioData.leads_by_marks');
  return byPercent ? t('scenarioData.leads_by_percent') : null;
}

/** Who leads by marks and by per cent of the maxima; several lead jointly. */
export function leadsOf({ method, reading: { marks } }: ReadPicture, language: Language, t: Texts): MarksView['leads'] {
  if (marks.state === 'missing') return [];
  const words = (ids: readonly string[]): string => {
    const names = scenarioNames(ids, method, language, t);
    return ids.length > 1 ? t('scenarioData.joint', { names }) : names;
  };
  return [
    { label: t('scenarioData.most_marks'), value: words(marks.leadingByMarks) },
    { label: t('scenarioData.most_percent'), value: words(marks.leadingByPercent) },
  ];
}

function mixWords({ method, mix }: ReadPicture, language: Language, t: Texts): string[] {
  if (mix.state === 'missing') return [t(`scenarioData.mix_${mix.reason}`)];
  const [first] = mix.shares;
  const most = mix.shares.filter(({ share }) => share === first?.share);
  const others = mix.shares.filter((part) => !most.includes(part));
  const wordsOf = (parts: readonly MixShare[]): string => listed(parts.map((part) => mixPart(part, method, language, t)), t); // prettier-ignore
  if (others.length === 0)
    return [t(most.length === 1 ? 'scenarioData.mix_one' : 'scenarioData.mix_equal', { most: wordsOf(most) })];
  return [t('scenarioData.mix', { most: wordsOf(most), others: wordsOf(others) }), t('scenarioData.mix_how')];
}

/** Inside a sentence names of scenarios begin with a small letter. */
function mixPart({ scenario, share }: MixShare, method: ScenarioMethod, language: Language, t: Texts): string {
  const name = scenarioNames([scenario], method, language, t).toLocaleLowerCase(language);
  return t('scenarioData.mix_part', { name, percent: formatInteger(share, language) });
}

function listed(words: readonly string[], t: Texts): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t('scenarioData.and', { words: words.slice(0, -1).join(', '), last });
}

function missingIndicators(ids: readonly string[], { method }: ReadPicture, language: Language, t: Texts): string {
  const names = ids.map((id) => method.indicators.find((indicator) => indicator.id === id)?.name[language] ?? id);
  return t('scenarioData.marks_missing', { indicators: names.join(', ') });
}
