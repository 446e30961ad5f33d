export interface TableCell {
  text: string;
  /** A quieter second line; null for none. */
  note: string | null;
  href: string | null;
  /** Figures stand on the right. */
  figure: boolean;
  /** A state in words with a shape; null for plain text. */
  tone: 'plain' | 'good' | 'care' | 'bad' | null;
  /** A form with one button, for something that is done to the row. */
  deed: { action: string; label: string; spokenLabel: string } | null;
}

/** A table of staff pages; it scrolls inside its own region, so the page never does. */
export interface TableModel {
  id: string;
  heading: string;
  columns: { label: string; figure: boolean }[];
  rows: TableCell[][];
  /** Said instead of a table without rows. */
  empty: string;
}

export function cell(text: string, options: Partial<Omit<TableCell, 'text'>> = {}): TableCell {
  return { text, note: null, href: null, figure: false, tone: null, deed: null, ...options };
}

export function column(label: string, options: { figure?: boolean } = {}): TableModel['columns'][number] {
  return { label, figure: options.figure ?? false };
}
