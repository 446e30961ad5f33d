import { attributeOf, tagsOf } from './xmlTags.js';

const ERROR_TYPE = /(\st\s*=\s*)(["'])e\2/;

/** A sheet whose errors of formulas, such as #DIV/0!, are texts: the reader of values would take them for empty cells. */
export function withErrorsAsText(sheet: string): string {
  if (!ERROR_TYPE.test(sheet)) return sheet;
  const pieces: string[] = [];
  let done = 0;
  for (const tag of tagsOf(sheet)) {
    if (tag.name !== 'c' || attributeOf(tag, 't') !== 'e') continue;
    pieces.push(sheet.slice(done, tag.from), sheet.slice(tag.from, tag.to).replace(ERROR_TYPE, '$1$2str$2'));
    done = tag.to;
  }
  return pieces.join('') + sheet.slice(done);
}
