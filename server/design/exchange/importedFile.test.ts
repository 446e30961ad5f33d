import { expect, it } from 'vitest';
import { formatOf } from './importedFile.js';

it.each([
  ['PK\x03\x04', 'XLSForm'],
  ['\xd0\xcf\x11\xe0', 'XLSForm'],
  ['\xef\xbb\xbf {"format": 1}', 'JSON'],
  ['[]', 'JSON'],
  ['\xff\xfe{\0"\0', 'JSON'],
  ['\n<?xml version="1.0"?><document>', 'LimeSurvey'],
  ['', null],
  ['id,text', null],
])('a file that begins with %j is taken for %s, whatever it is called', (beginning, format) => {
  expect(formatOf(Buffer.from(beginning, 'latin1'))).toBe(format);
});
