import type { ErrorSummary, FormModel } from '../../../accounts/index.js';
import type { PageModel } from '../../../http/views.js';

/** A page with one form. */
export interface RegressionFormPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  intro: string[];
  summary: ErrorSummary | null;
  form: FormModel;
}

declare module '../../../http/views.js' {
  interface Views {
    'analysis/regressionForm': RegressionFormPage;
  }
}
