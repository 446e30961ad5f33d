import type { StaffVisitor } from './staffVisitor.js';
import type { TestApp } from './testApp.js';

/** Sends a file as the page of imports would. */
export async function uploadQuestionnaire(
  { baseUrl }: TestApp,
  visitor: StaffVisitor,
  bytes: Uint8Array,
  { fileName = 'form.xlsx', ...fields }: Record<string, string> = {},
) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await visitor.get('/design/import')).html)?.[1] ?? '';
  const body = new FormData();
  for (const [field, value] of Object.entries({ _csrf: token, population: 'residents', language: 'kk', id: '', ...fields }))
    body.append(field, value);
  body.append('file', new Blob([new Uint8Array(bytes)]), fileName);
  const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const response = await fetch(`${baseUrl}/design/import`, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}
