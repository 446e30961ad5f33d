import type { Town } from '../../../survey-definitions/contract/index.js';
import type { Layout } from '../../http/layout.js';
import type { PageModel } from '../../http/views.js';
import { formatDate, textsIn, type Language, type Texts } from '../../i18n/index.js';
import type { OpenData } from '../openData.js';

interface FileLink {
  href: string;
  label: string;
  /** With what the link leads to, for readers who hear it alone. */
  spokenLabel: string;
}

/** One file in the forms in which it can be had. */
interface FileLine {
  name: string;
  links: FileLink[];
}

interface DataEntry {
  title: string;
  detail: string;
  /** Said in words where anything is made up. */
  tag: string | null;
  files: FileLine[];
}

export interface OpenDataPage extends PageModel {
  heading: string;
  intro: string;
  sections: { id: string; heading: string; note: string | null; none: string; entries: DataEntry[] }[];
  columns: { heading: string; points: string[] };
  licence: { heading: string; text: string };
  codebooks: { href: string; label: string };
  api: { href: string; label: string };
}

declare module '../../http/views.js' {
  interface Views {
    'export/data': OpenDataPage;
  }
}

export interface OpenDataMaterial {
  layout: Layout;
  language: Language;
  towns: readonly Town[];
  data: OpenData;
}

const API = '/api/v1';

export function buildOpenDataPage({ layout, language, towns, data }: OpenDataMaterial): OpenDataPage {
  const t = textsIn(language);
  const entryOf = waveEntryIn(towns, language, t);
  const released = data.waves.filter(({ published }) => published.kind === 'release');
  const live = data.waves.filter(({ published }) => published.kind === 'live');
  return {
    layout,
    heading: t('export.data_title'),
    intro: t('export.data_intro'),
    sections: [
      {
        id: 'scores',
        heading: t('export.data_scores'),
        note: null,
        none: t('export.data_scores_none'),
        entries: data.years.map((year) => scoresEntry(year, language, t)),
      },
      {
        id: 'releases',
        heading: t('export.data_releases'),
        note: null,
        none: t('export.data_releases_none'),
        entries: released.map(entryOf),
      },
      ...(live.length === 0
        ? []
        : [
            {
              id: 'live',
              heading: t('export.data_live'),
              note: t('interface.txt_live_demo'),
              none: '',
              entries: live.map(entryOf),
            },
          ]),
    ],
    columns: {
      heading: t('export.data_columns_heading'),
      points: [t('export.data_columns_interval'), t('export.data_columns_flag'), t('export.data_columns_synthetic')],
    },
    licence: { heading: t('export.data_licence_heading'), text: t('export.data_licence') },
    codebooks: { href: '/export/codebooks', label: t('codebook.list_heading') },
    api: { href: `${API}/openapi.json`, label: t('export.data_api') },
  };
}

function scoresEntry({ year, towns, synthetic }: OpenData['years'][number], language: Language, t: Texts): DataEntry {
  const title = t('export.data_scores_of_year', { year });
  return {
    title,
    detail: t('export.data_scores_towns', { count: towns }),
    tag: synthetic ? t('export.data_synthetic') : null,
    files: [
      fileLine(`${API}/scores.csv`, [`year=${year}`], t('export.data_file_scores'), title, language, t),
      fileLine('/compare/uncertainty.csv', [`year=${String(year)}`], t('uncertainty.data_file_order'), title, language, t),
      coinrLine('iData', year, t('lineage.coinr_data'), title, t),
      coinrLine('iMeta', year, t('lineage.coinr_meta'), title, t),
    ],
  };
}

function waveEntryIn(towns: readonly Town[], language: Language, t: Texts) {
  const nameOf = (townId: string): string => towns.find(({ id }) => id === townId)?.name[language] ?? townId;
  return ({ wave, published }: OpenData['waves'][number]): DataEntry => {
    const population = t(`interface.lbl_${wave.population}`);
    const title = t('export.data_wave_title', { population, year: wave.referenceYear });
    const names = [...new Set(published.entries.map(({ townId }) => nameOf(townId)))].join(', ');
    const date = published.releases.at(-1);
    const address = `${API}/waves/${wave.slug}`;
    const of = `${title}, ${names}`;
    return {
      title,
      detail: [
        date === undefined ? `${names}.` : t('export.data_released_on', { towns: names, date: formatDate(date, language) }),
        t('export.data_organiser', { name: wave.organiserName[language] }),
      ].join(' '),
      tag: published.entries.some(({ synthetic }) => synthetic) ? t('export.data_synthetic') : null,
      files: [
        fileLine(`${address}/indicators.csv`, [], t('export.data_file_indicators'), of, language, t),
        fileLine(`${address}/codebook.csv`, [], t('export.data_file_codebook'), of, language, t),
        {
          name: t('export.data_package'),
          links: [{ href: `${address}/datapackage.json`, label: 'JSON', spokenLabel: `JSON, ${of}` }],
        },
      ],
    };
  };
}

/** For R there is one form. */
function coinrLine(part: string, year: number, name: string, of: string, t: Texts): FileLine {
  const address = `${API}/coinr/${part}.csv`;
  const link = (path: string, label: string): FileLink => ({
    href: `${path}?year=${year}`,
    label,
    spokenLabel: t('export.data_spoken', { what: name, form: label, of }),
  });
  return { name, links: [link(address, t('export.data_for_program')), link(`${address}/manifest`, t('export.data_manifest'))] };
}

/** The same file for spreadsheets in the reader's language and for programs, and the manifest of the latter. */
function fileLine(address: string, query: string[], name: string, of: string, language: Language, t: Texts): FileLine {
  const link = (path: string, parameters: string[], label: string): FileLink => ({
    href: parameters.length === 0 ? path : `${path}?${parameters.join('&')}`,
    label,
    spokenLabel: t('export.data_spoken', { what: name, form: label, of }),
  });
  return {
    name,
    links: [
      link(address, [...query, `profile=excel-${language}`], t('export.data_for_excel')),
      link(address, query, t('export.data_for_program')),
      link(`${address}/manifest`, query, t('export.data_manifest')),
    ],
  };
}
