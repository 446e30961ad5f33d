import { impliedWeightsFrom } from '../../../scoring/index.js';
import type { Definition, Method, Statistics, Town } from '../../../survey-definitions/contract/index.js';
import type { Wave } from '../../fieldwork/index.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { PopulationRelease } from '../releases/release.js';
import type { ScoreContent } from '../scores/scoreContent.js';
import type { TownPicture } from '../towns/townPicture.js';
import type { ActionsSection } from '../actions/actionsSection.viewModels.js';
import { leftOutText } from '../flags/leftOutText.js';
import { lineageAddress } from '../lineage/lineageAddress.js';
import { explanationTabs, type ExplanationFrame } from '../explanation/explanationFrame.viewModels.js';
import { figuresIn, type Figures } from './figures.js';
import { buildBlockSections, type BlockSection } from './indicatorRows.viewModels.js';
import { AXIS_LABELS, contributionBarFrom, type ContributionBar } from './intervalBar.js';
import { reasonText } from './reasonText.js';
import { samplingNote } from './samplingNote.js';
import { buildTownHero, type TownHero } from './townHero.viewModels.js';
import { buildIndicatorWhy, populationName } from './why.viewModels.js';
import { weightingNote } from '../weighting/weightingNote.viewModels.js';

interface Link {
  label: string;
  href: string;
}

/** Everything on the page of a town but its frame. */
export interface TownContent {
  crumbs: Link[];
  region: string;
  heading: string;
  facts: string[];
  methodLink: Link;
  /** The town by all methods. */
  methodsLink: Link;
  /** Pages that explain the score. */
  tabs: ExplanationFrame['tabs'];
  /** Above the number where it moves as people answer. */
  live: { label: string; text: string } | null;
  /** Other years and the other treatment of synthetic data. */
  choices: { label: string; options: (Link & { current: boolean })[] }[];
  hero: TownHero;
  inputs: { text: string; list: string; link: Link | null } | null;
  why: { heading: string; intro: string; moves: Move[] } | null;
  allHeading: string;
  allIntro: string;
  key: { iconClass: string; text: string }[];
  blocks: BlockSection[];
  moreLabel: string;
  /** Read out with the link behind each number. */
  lineageLabel: string;
  sources: { heading: string; paragraphs: { lead: string; text: string }[]; digest: string; lineage: Link };
}

interface Move {
  code: string;
  chipClass: string;
  name: string;
  points: string;
  /** Where the number comes from. */
  href: string;
  bar: ContributionBar;
}

declare module '../../http/views.js' {
  interface Views {
    'results/town': TownContent & { actions: ActionsSection } & PageModel;
  }
}

export interface TownPageMaterial {
  language: Language;
  town: Town;
  picture: TownPicture;
  method: Method;
  years: readonly number[];
  synthetic: 'included' | 'excluded';
  definitionOf: (part: PopulationRelease) => Definition;
  waves: readonly Wave[];
  statistics: Statistics;
}

const MOVES_SHOWN = 8;
const MOST_SEPARATE_LINES = 3;

export function buildTownContent(material: TownPageMaterial): TownContent {
  const { language, town, picture, method } = material;
  const t = textsIn(language);
  const figures = figuresIn(language, t);
  const { score, parts } = picture;
  const lineage = lineageAddress(picture);
  const nameOf = (code: string): string => nameOfIndicator(code, material);
  const inputOf = (id: string) => material.statistics.inputs.find((input) => input.id === id);
  const nameOfInput = (id: string): string => inputOf(id)?.name[language] ?? id;
  const unitOfInput = (id: string): string => inputOf(id)?.unit[language] ?? '';
  const formsOf = (code: string) => material.statistics.indicators.find((forms) => forms.code === code);
  const weights = impliedWeightsFrom(method, scoredCodesOf(score));
  const whyMaterial = { ...material, score, parts, weights, t, figures, nameOfInput, unitOfInput, formsOf };
  return {
    crumbs: [{ label: t('common.towns'), href: '/' }],
    region: town.region.name[language],
    heading: town.name[language],
    facts: [
      t('results.score_of_year', { year: picture.year }),
      ...(picture.kind === 'released' && picture.release
        ? [t('results.published_on', { date: formatDate(picture.release.date, language) })]
        : []),
    ],
    methodLink: {
      label: t('results.method_link', { name: method.name[language], version: method.version }),
      href: `/method/${method.id}?version=${method.version}`,
    },
    methodsLink: { label: t('methods.side_by_side'), href: `/towns/${town.id}/methods?year=${picture.year}` },
    tabs: explanationTabs(null, { town: town.id, year: picture.year, method: method.id, synthetic: material.synthetic }, t),
    live: picture.kind === 'live' ? { label: t('interface.lbl_live_demo'), text: t('interface.txt_live_demo') } : null,
    choices: yearChoices(material, t),
    hero: buildTownHero({
      score,
      method,
      language,
      t,
      figures,
      missingPoints: missingPoints(material, nameOf, nameOfInput, t),
      uncertaintyHref: uncertaintyHref(material),
      lineage,
    }),
    inputs: inputsText(material, t),
    why: whySection(score, lineage, nameOf, t, figures),
    allHeading: t('results.all_heading', { count: method.indicators.length }),
    allIntro: t('results.all_intro'),
    key: keyTexts(t),
    blocks: buildBlockSections(
      {
        score,
        parts,
        lineage,
        releaseDate: picture.kind === 'released' ? (picture.release?.date ?? null) : null,
        method,
        language,
        t,
        figures,
        nameOfInput,
        areaOfInput: (input) => inputOf(input)?.areaLevel,
        decimalsOf: (code) => formsOf(code)?.scored.decimals,
        nameOf,
        whyOf: (indicator) => buildIndicatorWhy(indicator, whyMaterial),
      },
      AXIS_LABELS,
    ),
    moreLabel: t('results.more'),
    lineageLabel: t('lineage.link'),
    sources: sourcesSection(material, t, figures),
  };
}

function nameOfIndicator(code: string, { method, picture, definitionOf, language }: TownPageMaterial): string {
  const inMethod = method.indicators.find((indicator) => indicator.code === code);
  if (inMethod?.source === 'statistics') return inMethod.shortName[language];
  for (const part of picture.parts) {
    const found = definitionOf(part).indicators.find((indicator) => indicator.code === code);
    if (found) return found.shortName[language];
  }
  return code;
}

function scoredCodesOf(score: ScoreContent): string[] {
  return score.result.indicators.flatMap((indicator) => (indicator.state === 'scored' ? [indicator.code] : []));
}

function yearChoices({ town, picture, years, synthetic }: TownPageMaterial, t: Texts): TownContent['choices'] {
  if (years.length < 2) return [];
  return [
    {
      label: t('results.years_label'),
      options: years.map((year) => ({
        label: String(year),
        href: townHref(town.id, { year, method: picture.score.method.id, synthetic }),
        current: year === picture.year,
      })),
    },
  ];
}

function townHref(
  townId: string,
  { year, method, synthetic }: { year: number; method: string; synthetic: 'included' | 'excluded' },
): string {
  const query = new URLSearchParams({
    year: String(year),
    method,
    ...(synthetic === 'excluded' ? { synthetic: 'exclude' } : {}),
  });
  return `/towns/${townId}?${query.toString()}`;
}

/** By the same year, method and treatment of synthetic data as this page. */
function uncertaintyHref({ town, picture, method, synthetic }: TownPageMaterial): string {
  const query = new URLSearchParams({
    year: String(picture.year),
    method: method.id,
    ...(synthetic === 'excluded' ? { synthetic: 'exclude' } : {}),
  });
  return `/towns/${town.id}/uncertainty?${query.toString()}`;
}

/** What is missing, one line per indicator; where many miss the same thing they share a line. */
function missingPoints(
  { picture: { score }, method }: TownPageMaterial,
  nameOf: (code: string) => string,
  nameOfInput: (input: string) => string,
  t: Texts,
): string[] {
  const codesByReason = new Map<string, string[]>();
  for (const indicator of score.result.indicators) {
    if (indicator.state === 'scored') continue;
    const { code, reason } = indicator;
    const described = method.indicators.find((candidate) => candidate.code === code);
    const forms = score.statistics.find((statistic) => statistic.code === code)?.forms;
    const form = described?.source === 'statistics' ? forms?.[described.scored] : undefined;
    const why = reasonText(form?.state === 'undefined' ? form : { reason }, t, nameOfInput);
    codesByReason.set(why, [...(codesByReason.get(why) ?? []), code]);
  }
  return [...codesByReason].flatMap(([reason, codes]) =>
    codes.length > MOST_SEPARATE_LINES
      ? [t('results.missing_points', { codes: codes.join(', '), reason })]
      : codes.map((code) => t('results.missing_point', { code, name: nameOf(code), reason })),
  );
}

function inputsText({ picture, town, synthetic }: TownPageMaterial, t: Texts): TownContent['inputs'] {
  const { real, synthetic: madeUp } = picture.score.inputs;
  if (synthetic === 'excluded')
    return {
      text: t('results.synthetic_left_out', { real: real.length }),
      list: '',
      link: {
        label: t('results.synthetic_show'),
        href: townHref(town.id, { year: picture.year, method: picture.score.method.id, synthetic: 'included' }),
      },
    };
  if (madeUp.length === 0) return null;
  return {
    text: t('results.inputs_count', { total: real.length + madeUp.length, real: real.length, synthetic: madeUp.length }),
    list: t('results.inputs_synthetic', { codes: madeUp.join(', ') }),
    link: {
      label: t('results.synthetic_leave_out'),
      href: townHref(town.id, { year: picture.year, method: picture.score.method.id, synthetic: 'excluded' }),
    },
  };
}

function whySection(
  score: ScoreContent,
  lineage: string,
  nameOf: (code: string) => string,
  t: Texts,
  figures: Figures,
): TownContent['why'] {
  const { integral } = score.result;
  if (integral.state === 'missing' || !score.contributions) return null;
  const { indicators, floors } = score.contributions;
  const ordered = Object.entries(indicators).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const shown = ordered.slice(0, MOVES_SHOWN).sort(([, a], [, b]) => a - b);
  const rest = ordered.slice(MOVES_SHOWN);
  const sum = (entries: [string, number][]): number => entries.reduce((total, [, points]) => total + points, 0);
  const rows = [
    ...shown.map(([code, points]) => ({
      code,
      chipClass: `tone-${code.charAt(0).toLowerCase()}`,
      name: nameOf(code),
      points,
    })),
    ...(rest.length > 0
      ? [{ code: '', chipClass: '', name: t('results.why_others', { count: rest.length }), points: sum(rest) }]
      : []),
    ...Object.entries(floors).map(([part, points]) => ({
      code: '',
      chipClass: '',
      name: t('results.why_floor', { part }),
      points,
    })),
  ];
  const largest = Math.max(...rows.map(({ points }) => Math.abs(points)));
  return {
    heading: t('interface.lbl_why_number'),
    intro: t('results.why_intro', { total: figures.points(integral.score - 50), score: figures.indicator(integral.score) }),
    moves: rows.map(({ points, ...row }) => ({
      ...row,
      href: `${lineage}#${row.code === '' ? 'number' : row.code}`,
      points: figures.points(points),
      bar: contributionBarFrom(points, largest),
    })),
  };
}

function keyTexts(t: Texts): TownContent['key'] {
  return [
    { iconClass: 'icon-circle tone-residents', text: t('interface.lbl_residents') },
    { iconClass: 'icon-diamond tone-researchers', text: t('interface.lbl_researchers') },
    { iconClass: 'icon-square tone-a', text: t('results.key_official') },
    { iconClass: 'icon-circle tone-residents is-open', text: t('results.key_open') },
    { iconClass: 'icon-line', text: t('results.key_interval') },
    { iconClass: 'icon-line is-few', text: t('results.key_few') },
  ];
}

function sourcesSection(
  { picture, waves, language, definitionOf }: TownPageMaterial,
  t: Texts,
  figures: Figures,
): TownContent['sources'] {
  const surveys = picture.parts.flatMap((part) => {
    const wave = waves.find(({ slug }) => slug === part.wave);
    if (!wave) return [];
    const { cell } = part.respondents;
    const count =
      cell.state === 'published' ? t('results.source_count', { n: figures.whole(cell.figure) }) : t('results.source_few');
    const dates = t('results.source_dates', {
      opens: formatDate(wave.opens, language),
      closes: formatDate(wave.closes, language),
    });
    const version = t('results.source_version', { title: definitionOf(part).title[language], version: part.definitionVersion });
    const made = part.demonstration ? [t('interface.lbl_synthetic') + '.'] : [];
    const quality = leftOutText(part.excludedFlags, t);
    const weighting = weightingNote(part.weighting, definitionOf(part), language);
    const text = [count, dates, version, quality, weighting, samplingNote(wave, t), ...made].join(' ');
    return [{ lead: populationName(part.population, t), text }];
  });
  const { observations } = picture.score;
  const sources = [...new Set(observations.map(({ source }) => source))].join('; ');
  return {
    heading: t('results.sources_heading'),
    paragraphs: [
      ...surveys,
      {
        lead: t('results.key_official'),
        text:
          observations.length > 0
            ? t('results.source_official', { count: observations.length, sources })
            : t('results.source_official_none'),
      },
      { lead: t('results.source_rounding_lead'), text: t('results.source_limits') },
    ],
    digest: picture.scoreId === null ? '' : t('results.digest', { digest: picture.scoreId }),
    lineage: { label: t('lineage.link'), href: lineageAddress(picture) },
  };
}
