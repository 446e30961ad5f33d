import type { Layout } from '../../../http/layout.js';
import type { PageModel } from '../../../http/views.js';
import { findingList, type FindingList } from './draftPage.viewModels.js';
import { obstaclesOf, warningsOf } from '../findings.js';
import { draftAddress, type Scene } from './section.js';

/** The last look before a method is published or its draft is thrown away. */
export interface MethodConfirmPage extends PageModel {
  back: { label: string; href: string };
  heading: string;
  intro: string[];
  lists: FindingList[];
  differences: { heading: string; items: string[] } | null;
  deed: { action: string; revision: string; label: string } | null;
  /** The way to the other deed. */
  other: { label: string; href: string } | null;
}

declare module '../../../http/views.js' {
  interface Views {
    'results/methodConfirm': MethodConfirmPage;
  }
}

interface ConfirmMaterial {
  layout: Layout;
  revision: number;
}

export interface Differences {
  /** Of the method that the draft is compared with. */
  name: string;
  items: string[];
}

export function buildPublishPage(
  scene: Scene,
  differences: Differences,
  { layout, revision }: ConfirmMaterial,
): MethodConfirmPage {
  const { method, t, names } = scene;
  const obstacles = obstaclesOf(method, scene);
  return {
    layout,
    back: { label: t('methods.back_to_draft'), href: draftAddress(method.id) },
    heading: t('methods.publish_heading', { name: names.method, version: method.version }),
    intro: [t('methods.publish_intro')],
    lists: [findingList(obstacles, scene, 'obstacles'), findingList(warningsOf(method, scene), scene, 'warnings')],
    differences: {
      heading: t('methods.differs_from', { name: differences.name }),
      items: differences.items.length > 0 ? differences.items : [t('methods.same_rules')],
    },
    deed:
      obstacles.length > 0
        ? null
        : { action: draftAddress(method.id, '/publish'), revision: String(revision), label: t('methods.publish_button') },
    other: { label: t('methods.discard'), href: draftAddress(method.id, '/discard') },
  };
}

export function buildDiscardPage({ method, t, names }: Scene, { layout, revision }: ConfirmMaterial): MethodConfirmPage {
  return {
    layout,
    back: { label: t('methods.back_to_draft'), href: draftAddress(method.id) },
    heading: t('methods.discard_heading', { name: names.method }),
    intro: [t('methods.discard_intro')],
    lists: [],
    differences: null,
    deed: { action: draftAddress(method.id, '/discard'), revision: String(revision), label: t('methods.discard_button') },
    other: null,
  };
}
