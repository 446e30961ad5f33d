import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LANGUAGES, textsIn } from '../../i18n/index.js';
import { readForm } from './staffForm.js';

const schema = z.object({ name: z.string().min(1, { error: 'accounts.error_too_long' }), role: z.enum(['admin', 'analyst']) });

describe('a posted form', () => {
  it.each(LANGUAGES)('names every field that is wrong, also by a value that no page of ours sends, in %s', (language) => {
    const t = textsIn(language);
    const form = { name: '', role: 'emperor' };
    expect(readForm(schema, form, t)).toEqual({
      read: false,
      shown: form,
      faults: [
        { field: 'name', message: t('accounts.error_too_long') },
        { field: 'role', message: t('accounts.error_value') },
      ],
    });
  });
});
