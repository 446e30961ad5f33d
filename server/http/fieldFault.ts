/** What is wrong at one place of a form, a file or an API body. */
export interface FieldFault {
  /** Field, item or column; in files also the row, counted from 1 with the header. */
  field: string;
  row?: number;
  /** One sentence in the reader's language. */
  message: string;
}
