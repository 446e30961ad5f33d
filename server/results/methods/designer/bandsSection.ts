import type { Band, Method } from '../../../../survey-definitions/contract/index.js';
import type { FieldGroup } from '../../../accounts/index.js';
import { LANGUAGES, languageNames } from '../../../i18n/index.js';
import { typedNumber, type FormReader } from './formReader.js';
import { languageValues } from './languageFields.js';
import type { DraftSection, FieldMaker, Scene } from './section.js';

/** More names than anybody keeps apart. */
const MOST_BANDS = 8;

/** Names for ranges of the integral score. */
export function bandsSection({ method, language, t }: Scene): DraftSection {
  const bands = method.bands ?? [];
  const rows = Array.from({ length: MOST_BANDS }, (_, at) => at);
  const group = (make: FieldMaker, at: number): FieldGroup => ({
    kind: 'group',
    label: t('methods.band_number', { n: at + 1 }),
    hint: null,
    fields: [
      make.text(`band.${at}.from`, t('methods.band_from'), { inputmode: 'decimal' }),
      ...LANGUAGES.map((each) => make.text(`band.${at}.name.${each}`, languageNames[each], { lang: each })),
    ],
  });
  return {
    heading: t('methods.bands'),
    intro: [t('methods.bands_intro')],
    values: Object.fromEntries(
      rows.flatMap((at) => [
        [`band.${at}.from`, bands[at] ? typedNumber(bands[at].from, language) : ''],
        ...Object.entries(languageValues(`band.${at}.name`, bands[at]?.name)),
      ]),
    ),
    fields: (make) => rows.map((at) => group(make, at)),
    change: (read) => withBands(method, bandsIn(read, rows)),
  };
}

function bandsIn(read: FormReader, rows: readonly number[]): Band[] {
  const filled = rows.filter((at) => {
    const name = read.texts(`band.${at}.name`);
    return read.text(`band.${at}.from`) !== '' || LANGUAGES.some((language) => name[language] !== '');
  });
  const bands = filled.map((at) => ({
    at,
    from: read.number(`band.${at}.from`, { least: 0, most: 100 }),
    name: read.texts(`band.${at}.name`),
  }));
  let before = -1;
  for (const { at, from } of bands) {
    const isFirst = at === filled[0];
    if (from !== null && (isFirst ? from !== 0 : from <= before)) read.refuse(`band.${at}.from`, 'methods.error_bands');
    before = from ?? before;
  }
  const [only, second] = filled;
  if (only !== undefined && second === undefined) read.refuse(`band.${only}.from`, 'methods.error_one_band');
  return bands.map(({ from, name }) => ({ from: from ?? 0, name }));
}

function withBands(method: Method, bands: Band[]): Method {
  if (bands.length > 0) return { ...method, bands };
  const withoutBands = { ...method };
  delete withoutBands.bands;
  return withoutBands;
}
