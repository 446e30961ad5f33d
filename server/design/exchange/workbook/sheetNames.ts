import { attributeOf, tagsOf } from './xmlTags.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** The name of the sheet that each worksheet part holds, by the path of the part. */
export function sheetNames(texts: ReadonlyMap<string, string>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const tag of tagsOf(texts.get(RELATIONS) ?? '')) {
    const [id, target] = [attributeOf(tag, 'Id'), attributeOf(tag, 'Target')];
    if (tag.name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, pathOf(target));
  }
  const names = new Map<string, string>();
  for (const tag of tagsOf(texts.get(WORKBOOK) ?? '')) {
    if (tag.name !== 'sheet') continue;
    const path = targets.get(attributeOf(tag, 'id') ?? '');
    if (path !== undefined) names.set(path, attributeOf(tag, 'name') ?? '');
  }
  return names;
}

/** Targets are relative to `xl/` or absolute within the archive. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
