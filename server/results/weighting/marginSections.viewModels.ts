import { cell, column, fieldsOf, type FormField } from '../../accounts/index.js';
import type { FieldFault } from '../../http/fieldFault.js';
import { formatNumber } from '../../i18n/index.js';
import type { WaveFrameMaterial } from '../waves/waveFrame.viewModels.js';
import { totalOf } from './marginTotals.js';
import type { MarginVariable } from './marginVariables.js';
import type { Weighting } from './weighting.js';
import type { Section, TableSection, Telling } from './weightsTelling.js';

/** The margins of a town as they stand, and the two ways to enter them. */
export interface MarginSections {
  margins: TableSection;
  add: Section & { action: string; hidden: { name: string; value: string }[]; fields: FormField[]; button: string };
  file: Section & {
    action: string;
    label: string;
    hint: string;
    button: string;
    links: { label: string; href: string }[];
    faults: { heading: string; headings: string[]; rows: { row: string; column: string; reason: string }[] } | null;
  };
}

export interface MarginSectionsMaterial {
  frame: WaveFrameMaterial;
  variables: readonly MarginVariable[];
  /** Revisions of the weighting, the newest first. */
  history: readonly Weighting[];
  /** Faults of a file that was refused. */
  fileFaults: readonly FieldFault[];
}

export function marginSections(material: MarginSectionsMaterial, telling: Telling): MarginSections {
  return { margins: marginSection(material, telling), add: addSection(material, telling), file: fileSection(material, telling) };
}

function marginSection(
  { history: [current], frame }: MarginSectionsMaterial,
  { t, language, words, address }: Telling,
): MarginSections['margins'] {
  return {
    heading: t('weighting.margins'),
    text: t(`weighting.margins_of_${frame.wave.population}`),
    table: {
      id: 'margins',
      heading: t('weighting.margins'),
      columns: [
        column(t('weighting.margin')),
        column(t('weighting.categories'), { figure: true }),
        column(t('weighting.total'), { figure: true }),
        column(t('weighting.source')),
        column(t('weighting.year'), { figure: true }),
        column(t('weighting.deed')),
      ],
      rows: (current?.margins ?? []).map((margin) => [
        cell(words.margin(margin.variables), { href: address.ofMargin('margin', margin.variables) }),
        cell(String(margin.categories.length), { figure: true }),
        cell(margin.unit === 'count' ? formatNumber(totalOf(margin), language, 0) : t('weighting.in_percent'), { figure: true }),
        cell(margin.source),
        cell(String(margin.year), { figure: true }),
        cell('', {
          deed: {
            action: address.ofMargin('remove', margin.variables),
            label: t('weighting.remove'),
            spokenLabel: t('weighting.remove_margin', { margin: words.margin(margin.variables) }),
          },
        }),
      ]),
      empty: t('weighting.no_margins'),
    },
  };
}

function addSection({ variables, frame }: MarginSectionsMaterial, { t, language }: Telling): MarginSections['add'] {
  const fields = fieldsOf({}, []);
  const options = variables.map(({ id, name }) => ({ value: id, label: name[language] }));
  return {
    heading: t('weighting.add'),
    text: t('weighting.add_text'),
    action: `/results/waves/${frame.wave.slug}/weights/margin`,
    hidden: [{ name: 'town', value: frame.townId }],
    fields: [
      fields.select('variable', t('weighting.variable'), options),
      fields.select('with', t('weighting.together_with'), [{ value: '', label: t('weighting.alone') }, ...options]),
    ],
    button: t('weighting.add_button'),
  };
}

function fileSection({ fileFaults, history }: MarginSectionsMaterial, { t, address }: Telling): MarginSections['file'] {
  const hasMargins = (history[0]?.margins.length ?? 0) > 0;
  return {
    heading: t('weighting.file'),
    text: t('weighting.file_text'),
    action: address.page('import'),
    label: t('weighting.file_field'),
    hint: t('weighting.file_hint'),
    button: t('weighting.file_button'),
    links: [
      { label: t('weighting.template'), href: address.page('template.csv') },
      ...(hasMargins ? [{ label: t('weighting.export'), href: address.page('margins.csv') }] : []),
    ],
    faults:
      fileFaults.length === 0
        ? null
        : {
            heading: t('weighting.file_faults', { count: fileFaults.length }),
            headings: [t('official.fault_row'), t('official.fault_column'), t('official.fault_reason')],
            rows: fileFaults.map(({ row, field, message }) => ({
              row: row === undefined ? t('official.whole_file') : String(row),
              column: field === 'file' ? t('official.field_file') : field,
              reason: message,
            })),
          },
  };
}
