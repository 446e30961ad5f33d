/** What no spreadsheet can carry: control characters other than tabs and line breaks, halves and marks of broken characters. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\ufffd|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/**
 * A text as it is compared and kept: line breaks of one kind, no blanks before and behind, nothing unwritable. Browsers
 * and spreadsheets change line breaks and blanks by themselves; that alone is no change of a text.
 */
export function cleanText(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/\r\n?/g, '\n').trim();
}
