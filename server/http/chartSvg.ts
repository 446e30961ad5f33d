import { nameOfColour } from './chartColours.js';

const TAG = /<([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Attributes that only a moving picture needs, or that the strict content security policy forbids. */
const DROPPED = /^(ecmeta_\w+|class|style|pointer-events|baseProfile|version|xmlns|xmlns:xlink|cursor)$/;
/** Declarations of a style attribute that exist as attributes, and that a page does not decide itself. */
const KEPT_STYLES = ['font-size', 'font-weight', 'font-style'];
const WITHOUT_COLOUR = ['none', 'transparent'];

/**
 * A drawing that fits the strict content security policy and the page's theme: no `<style>`, no style attributes,
 * colours by class, identifiers unique on the page, hidden from screen readers, which read the table beside it.
 */
export function classedSvg(svg: string, id: string, rootClass: string): string {
  const plain = svg.replaceAll(/<style[\s\S]*?<\/style>/g, '').replaceAll(/zr\d+-/g, `${id}-`);
  return plain.replaceAll(TAG, (_, name: string, attributes: string, end: string) => {
    const own = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']): [string, string] => [key, value]);
    const written = name === 'svg' ? rootAttributes(own, rootClass) : drawnAttributes(own);
    return `<${[name, ...written.map(([key, value]) => `${key}="${value}"`)].join(' ')}${end}>`;
  });
}

function rootAttributes(own: readonly [string, string][], rootClass: string): [string, string][] {
  const { width = '0', height = '0' } = Object.fromEntries(own);
  return [
    ['class', rootClass],
    ['viewBox', `0 0 ${width} ${height}`],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ];
}

function drawnAttributes(own: readonly [string, string][]): [string, string][] {
  const classes: string[] = [];
  const kept = own.flatMap(([key, value]): [string, string][] => {
    if (key === 'style') return stylesOf(value);
    if (DROPPED.test(key)) return [];
    if ((key !== 'fill' && key !== 'stroke') || WITHOUT_COLOUR.includes(value) || value.startsWith('url(')) return [[key, value]];
    classes.push(`chart-${key}-${nameOfColour(value) ?? (isWhite(value) ? 'ground' : 'ink')}`);
    return [];
  });
  return classes.length > 0 ? [['class', classes.join(' ')], ...kept] : kept;
}

const isWhite = (colour: string): boolean => /^(#fff|#ffffff|rgba?\(255, ?255, ?255)/i.test(colour);

function stylesOf(style: string): [string, string][] {
  return style.split(';').flatMap((declaration): [string, string][] => {
    const [key = '', value = ''] = declaration.split(':').map((part) => part.trim());
    return KEPT_STYLES.includes(key) ? [[key, value]] : [];
  });
}
