import { textsIn, type Language } from '../../i18n/index.js';

/** Links to the files of an analysis that lives at an address. */
export function exportLinks(address: string, language: Language): { label: string; href: string }[] {
  const t = textsIn(language);
  return [
    { label: t('journal.export_csv_excel'), href: `${address}/table.csv?profile=excel-${language}` },
    { label: t('journal.export_csv_machine'), href: `${address}/table.csv` },
    { label: t('journal.export_latex'), href: `${address}/table.tex` },
    { label: t('journal.export_html'), href: `${address}/table.html` },
    { label: t('journal.export_r'), href: `${address}/analysis.R` },
    { label: t('journal.export_data'), href: `${address}/data.csv` },
  ];
}
