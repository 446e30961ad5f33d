import type { Request } from 'express';
import { LANGUAGES, languageNames, textsIn, type Language } from '../i18n/index.js';
import { assetUrl } from './assets.js';

/** What the frame of a page shows: all texts finished, all links built. */
export interface Layout {
  language: Language;
  /** Full title of the document. */
  title: string;
  siteName: string;
  /** Where the name of the site leads. */
  home: string;
  skipLabel: string;
  languagesLabel: string;
  languages: { code: Language; name: string; href: string; current: boolean }[];
  navigationLabel: string;
  navigation: { label: string; href: string; current: boolean }[];
  footer: { label: string; href: string }[];
  stylesheets: string[];
  scripts: string[];
  /** The mark of the site, as an address of an image. */
  icon: string;
  /** Stands above everything else on pages with synthetic data; null elsewhere. */
  banner: string | null;
  csrfToken: string;
  /** Search engines are kept from personal and staff pages. */
  indexed: boolean;
}

export interface LayoutOptions {
  title: string;
  /**
   * Which stylesheets beside tokens and base: `data` for public data pages, `staff` for staff pages, `design` for the
   * designer, `sheet` for what is printed, `analysis` for charts and tables of analyses.
   */
  styles?: ('data' | 'staff' | 'design' | 'sheet' | 'analysis')[];
  scripts?: string[];
  /** `public` shows the site's navigation, `respond` only the languages, `staff` is filled by the accounts feature. */
  frame?: 'public' | 'respond' | 'staff';
  navigation?: { label: string; href: string; current: boolean }[];
  banner?: string | null;
  /** Where the name of the site leads, if not to its first page. */
  home?: string;
  /** Pages after a POST point the language switch at the address that shows the same page. */
  languageHref?: string;
  indexed?: boolean;
}

export function buildLayout(req: Request, options: LayoutOptions): Layout {
  const { language } = req;
  const t = textsIn(language);
  const frame = options.frame ?? 'public';
  const publicNavigation = (['towns', 'compare', 'method', 'openData'] as const).map((key) => ({
    label: t(`common.${key}`),
    href: PUBLIC_ADDRESSES[key],
    current: key === 'towns' ? req.path === '/' || req.path.startsWith('/towns') : req.path.startsWith(PUBLIC_ADDRESSES[key]),
  }));
  return {
    language,
    title: options.title,
    siteName: t('common.siteName'),
    home: options.home ?? '/',
    skipLabel: t('common.skipToContent'),
    languagesLabel: t('common.languages'),
    languages: LANGUAGES.map((code) => ({
      code,
      name: languageNames[code],
      href: withLanguage(options.languageHref ?? req.originalUrl, code),
      current: code === language,
    })),
    navigationLabel: t('common.mainNavigation'),
    navigation: options.navigation ?? (frame === 'public' ? publicNavigation : []),
    footer: [
      { label: t('common.privacy'), href: '/privacy' },
      { label: t('common.method'), href: '/method' },
      ...(frame === 'public' ? [{ label: t('common.staff'), href: '/staff' }] : []),
    ],
    stylesheets: ['tokens.css', 'base.css', ...(options.styles ?? []).map((style) => `${style}.css`)].map((file) =>
      assetUrl(req, file),
    ),
    scripts: (options.scripts ?? []).map((file) => assetUrl(req, file)),
    icon: assetUrl(req, 'mark.svg'),
    banner: options.banner ?? null,
    csrfToken: req.csrfToken?.() ?? '',
    indexed: options.indexed ?? frame === 'public',
  };
}

const PUBLIC_ADDRESSES = { towns: '/', compare: '/compare', method: '/method', openData: '/data' } as const;

function withLanguage(address: string, language: Language): string {
  // Two slashes at the beginning would name another site, also where ".." leads to them.
  const url = new URL(address.replace(/^\/+/, '/'), 'http://site');
  url.searchParams.set('lang', language);
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}`;
}
