import ejs from 'ejs';
import type { Response } from 'express';
import { join } from 'node:path';
import type { Layout } from './layout.js';

/** Every page begins with what its frame needs. */
export interface PageModel {
  layout: Layout;
}

/**
 * View name → page model. Each feature adds its own views beside their models:
 * `declare module '../http/views.js' { interface Views { 'respond/question': QuestionPage } }`
 */
export interface Views {
  'errors/error': PageModel & { heading: string; message: string; reference: string | null; homeLabel: string };
}

export interface ViewRenderer {
  toHtml<Name extends keyof Views>(name: Name, page: Views[Name]): Promise<string>;
}

/** EJS in strict mode with the one local `page`; a missing value throws while developing and is empty in production. */
export function createViewRenderer(rootDir: string, production: boolean): ViewRenderer {
  const folder = join(rootDir, 'views');
  const escape = (value?: string | number | null): string => {
    if (value === undefined || value === null) {
      if (!production) throw new Error('a view printed a value that its page model does not have');
      return '';
    }
    return ejs.escapeXML(String(value));
  };
  const options: ejs.Options = {
    cache: true,
    strict: true,
    _with: false,
    localsName: 'page',
    escape,
    rmWhitespace: true,
    root: folder,
    views: [folder],
  };
  return {
    toHtml: (name, page) => ejs.renderFile(join(folder, `${name}.ejs`), page, options),
  };
}

/** Answers with a page. The renderer is put on the application once, in app.ts. */
export async function renderView<Name extends keyof Views>(
  res: Response,
  name: Name,
  page: Views[Name],
  status = 200,
): Promise<void> {
  const renderer = res.app.locals.views as ViewRenderer;
  const html = await renderer.toHtml(name, page);
  res.status(status).type('html').send(html);
}
