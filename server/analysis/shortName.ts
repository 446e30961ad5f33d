const SHOWN_DIGITS = 8;

/** How data and saved analyses stand in the audit log: the name that somebody gave and the beginning of the digest. */
export function shortName(name: string, digest: string): string {
  return `${name} (${digest.slice(0, SHOWN_DIGITS)})`;
}
