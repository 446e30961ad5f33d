import type { StaffVisitor } from './staffVisitor.js';
import type { TestApp } from './testApp.js';

/** Sends a file as the page of imports would. */
export function uploadQuestionnaire(
  app: TestApp,
  visitor: StaffVisitor,
  bytes: Uint8Array,
  { fileName = 'form.xlsx', ...fields }: Record<string, string> = {},
) {
  const form = { population: 'residents', language: 'kk', id: '', ...fields };
  return uploadFile(app, visitor, '/design/import', bytes, form, fileName);
}

/** Sends a file as the page at this address would. */
export async function uploadFile(
  { baseUrl }: TestApp,
  visitor: StaffVisitor,
  address: string,
  bytes: Uint8Array,
  fields: Record<string, string> = {},
  fileName = 'file.xlsx',
) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await visitor.get(address)).html)?.[1] ?? '';
  const body = new FormData();
  for (const [field, value] of Object.entries({ _csrf: token, ...fields })) body.append(field, value);
  body.append('file', new Blob([new Uint8Array(bytes)]), fileName);
  const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const response = await fetch(baseUrl + address, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}
