import type { Language, Texts } from '../../i18n/index.js';

export interface FileLinks {
  heading: string;
  links: { href: string; label: string }[];
}

/** The same table for spreadsheets in the reader's language and for programs. */
export function fileLinksFrom(address: string, query: Record<string, string>, language: Language, t: Texts): FileLinks {
  const href = (profile: string): string => `${address}?${new URLSearchParams({ ...query, profile }).toString()}`;
  return {
    heading: t('uncertainty.files_heading'),
    links: [
      { href: href(`excel-${language}`), label: t('uncertainty.file_excel') },
      { href: href('machine'), label: t('uncertainty.file_machine') },
    ],
  };
}
