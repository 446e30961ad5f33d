import { blockOfIndicator } from '../../../scoring/index.js';
import { methodRuleFaults } from '../../../survey-definitions/contract/faults/methodFaults.js';
import { letterFaultsIn, MethodShape, type Method } from '../../../survey-definitions/contract/index.js';
import { LANGUAGES, type Language, type Texts } from '../../i18n/index.js';
import type { MethodNames } from './methodNames.js';

/** What stands in the way of publishing a method, or is worth a thought, and the page of the draft where it is settled. */
export interface Finding {
  readonly message: string;
  /** Below the address of the draft. */
  readonly path: string;
}

interface Reader {
  language: Language;
  t: Texts;
  names: MethodNames;
}

type Path = readonly (string | number)[];

/** What must be settled before a method can be published. */
export function obstaclesOf(method: Method, reader: Reader): Finding[] {
  const parsed = MethodShape.safeParse({ ...method, status: 'published' });
  const issues = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.map(partOf));
  const shapes = issues.map((path) => findingAt(path, method, reader));
  const rules = methodRuleFaults(method).map(({ path }) => findingAt(path, method, reader));
  const letters = letterFaultsIn(method).map(({ path }) => letterFinding(path, method, reader));
  const all = [...shapes, ...rules, ...letters];
  return all.filter(({ message, path }, at) => all.findIndex((each) => each.message === message && each.path === path) === at);
}

/** What a method may do, but its author should know. */
export function warningsOf({ indicators, blocks }: Method, { t, names }: Reader): Finding[] {
  const awaiting = indicators.filter(({ normalisation }) => normalisation?.type === 'awaitingReference');
  const short = blocks.filter(({ id, minimum }) => {
    const scorable = indicators.filter((each) => blockOfIndicator(each) === id && !awaiting.includes(each));
    return scorable.length < minimum;
  });
  return [
    ...short.map(({ id }) => ({ message: t('methods.warn_never_scored', { block: names.step(id) }), path: '/missing' })),
    ...awaiting.map(({ code }) => ({
      message: t('methods.warn_awaiting', { indicator: names.indicator(code) }),
      path: `/indicators/${code}`,
    })),
  ];
}

function partOf(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}

function findingAt(path: Path, method: Method, reader: Reader): Finding {
  const { t } = reader;
  const [root] = path;
  switch (root) {
    case 'name':
    case 'description':
    case 'sources':
      return { path: '/texts', message: textMessage(path, reader) };
    case 'indicators':
      return indicatorFinding(path, method, reader);
    case 'blocks':
    case 'subIndices':
    case 'integral':
      return stepFinding(path, method, reader);
    case 'bands':
      return { path: '/bands', message: t(path.includes('name') ? 'methods.check_band_name' : 'methods.check_bands') };
    case 'floor':
    case 'maxAgeYears':
      return { path: '/missing', message: t('methods.check_missing') };
    default:
      return { path: '', message: t('methods.check_other') };
  }
}

/** The text that is not there in one language. */
function textMessage([root, ...rest]: Path, { t }: Reader): string {
  const text = t(
    root === 'name' ? 'methods.field_name' : root === 'description' ? 'methods.field_description' : 'methods.field_sources',
  );
  const language = LANGUAGES.find((each) => rest.includes(each));
  return language
    ? t('methods.check_text', { text, language: t(`methods.in_${language}`) })
    : t('methods.check_no_text', { text });
}

function indicatorFinding([, at, part, inner]: Path, method: Method, { t, names }: Reader): Finding {
  const indicator = typeof at === 'number' ? method.indicators[at] : undefined;
  if (!indicator) return { path: '/indicators', message: t('methods.check_no_indicators') };
  const values = { indicator: names.indicator(indicator.code) };
  const place = `/indicators/${indicator.code}`;
  if (part === 'code') return { path: '/indicators', message: t('methods.check_code_twice', values) };
  if (part === 'block') return { path: place, message: t('methods.check_block', values) };
  if (part !== 'normalisation') return { path: place, message: t('methods.check_indicator', values) };
  if (inner === 'reference') return { path: place, message: t('methods.check_reference', values) };
  const { normalisation } = indicator;
  const isAmongTowns = normalisation !== undefined && 'compared' in normalisation;
  return { path: place, message: t(isAmongTowns ? 'methods.check_towns' : 'methods.check_goalposts_of', values) };
}

function stepFinding(path: Path, method: Method, { t, names }: Reader): Finding {
  const [root, at] = path;
  const index = typeof at === 'number' ? at : -1;
  const id = (root === 'blocks' ? method.blocks[index]?.id : method.subIndices[index]?.id) ?? 'integral';
  const step = names.step(id);
  const place = `/steps/${id}`;
  if (path.includes('minimum')) {
    const isEmpty = method.indicators.every((indicator) => blockOfIndicator(indicator) !== id);
    return isEmpty
      ? { path: '/indicators', message: t('methods.check_empty_block', { step }) }
      : { path: '/missing', message: t('methods.check_minimum', { step }) };
  }
  if (path.includes('aggregation')) return { path: place, message: t('methods.check_positions_of', { step }) };
  if (path.includes('source')) return { path: place, message: t('methods.check_weights_source', { step }) };
  return { path: place, message: t('methods.check_weights', { step }) };
}

function letterFinding(path: Path, method: Method, reader: Reader): Finding {
  const language = LANGUAGES.find((each) => path.includes(each)) ?? 'kk';
  const { path: place } = findingAt(path, method, reader);
  return { path: place, message: reader.t('methods.check_letters', { language: reader.t(`methods.in_${language}`) }) };
}
