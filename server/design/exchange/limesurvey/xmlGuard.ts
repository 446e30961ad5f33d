import { tagsOf, XmlFault } from '../workbook/xmlTags.js';

/** Far beyond what the largest survey needs, far below what would keep the server busy. */
export const LSS_LIMITS = { elements: 400_000, levels: 20 } as const;

/** Why an XML text is not given to the parser, which is more lenient and has no such limits. */
export type XmlDanger = 'document type' | 'elements' | 'levels' | 'malformed';

export function dangerIn(xml: string): XmlDanger | null {
  const open: string[] = [];
  let elements = 0;
  try {
    for (const { kind, name } of tagsOf(xml)) {
      if (kind === 'close') {
        if (open.pop() !== name) return 'malformed';
        continue;
      }
      elements += 1;
      if (kind === 'open') open.push(name);
      if (elements > LSS_LIMITS.elements) return 'elements';
      if (open.length > LSS_LIMITS.levels) return 'levels';
    }
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return error.reason === 'documentType' ? 'document type' : 'malformed';
  }
  return open.length > 0 || elements === 0 ? 'malformed' : null;
}
