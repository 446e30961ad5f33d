import type { Method } from '../../../../survey-definitions/contract/index.js';
import type { FormField } from '../../../accounts/index.js';
import { populationName } from '../../pages/why.viewModels.js';
import { writtenIn } from '../methodNames.js';
import { offerKeyOf, type Offer } from '../offers.js';
import type { FormReader } from './formReader.js';
import type { DraftSection, FieldMaker, Scene } from './section.js';

const OUT = 'out';
const fieldOf = (code: string): string => `take.${code}`;

/** Which indicators a method takes, and from whom where two populations are asked the same. */
export function indicatorsSection(scene: Scene): DraftSection {
  const { method, offers, t } = scene;
  const codes = [...new Set(offers.map(({ code }) => code))];
  const keyOf = (code: string): string => {
    const taken = method.indicators.find((indicator) => indicator.code === code);
    return taken ? offerKeyOf(taken) : OUT;
  };
  return {
    heading: t('methods.choose_indicators'),
    intro: [t('methods.choose_indicators_intro')],
    values: Object.fromEntries(codes.map((code) => [fieldOf(code), keyOf(code)])),
    fields: (make) => codes.map((code) => choiceOf(make, code, scene)),
    change: (read) => withIndicators(method, offers, codes, read),
  };
}

function choiceOf(make: FieldMaker, code: string, { offers, language, t }: Scene): FormField {
  const ofCode = offers.filter((offer) => offer.code === code);
  const names = [...new Set(ofCode.map(({ name }) => writtenIn(name, language)))];
  const sourceOf = ({ population }: Offer): string => (population === null ? t('methods.taken') : populationName(population, t));
  const several = names.length > 1;
  const options = ofCode.map((offer) => ({
    value: offer.key,
    label: several ? `${sourceOf(offer)}: ${writtenIn(offer.name, language)}` : sourceOf(offer),
  }));
  const label = several ? code : `${code} ${names[0] ?? ''}`;
  return make.choices(fieldOf(code), label, [{ value: OUT, label: t('methods.left_out') }, ...options], { dense: true });
}

/** Indicators that stay keep their settings; new ones come as they are offered, in the order of the codes. */
function withIndicators(method: Method, offers: readonly Offer[], codes: readonly string[], read: FormReader): Method {
  const known = new Set(codes);
  const elsewhere = method.indicators.filter(({ code }) => !known.has(code));
  const chosen = codes.flatMap((code) => {
    const key = read.text(fieldOf(code));
    const kept = method.indicators.find((indicator) => indicator.code === code && offerKeyOf(indicator) === key);
    const offered = offers.find((offer) => offer.code === code && offer.key === key)?.indicator;
    const indicator = kept ?? offered;
    return indicator ? [indicator] : [];
  });
  const [first = ''] = codes;
  if (chosen.length + elsewhere.length === 0) read.refuse(fieldOf(first), 'methods.error_no_indicators');
  return { ...method, indicators: [...chosen, ...elsewhere] };
}
