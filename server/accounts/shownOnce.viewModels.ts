import type { PageModel } from '../http/views.js';

/** A secret on the only page that ever shows it. */
export interface ShownOncePage extends PageModel {
  heading: string;
  explanation: string;
  secret: string;
  back: { label: string; href: string };
}

declare module '../http/views.js' {
  interface Views {
    'accounts/shownOnce': ShownOncePage;
  }
}
