import type { PageModel } from '../http/views.js';
import { formatDate, type Language, type Texts } from '../i18n/index.js';
import type { AuditEntry } from './audit.js';
import { cell, column, type TableModel } from './staffPages/staffTable.js';

export interface AuditLogPage extends PageModel {
  heading: string;
  explanation: string;
  back: { label: string; href: string };
  table: TableModel;
  /** Null on the last page. */
  older: { label: string; href: string } | null;
  /** Null on the first page. */
  newest: { label: string; href: string } | null;
}

declare module '../http/views.js' {
  interface Views {
    'accounts/auditLog': AuditLogPage;
  }
}

interface AuditMaterial {
  t: Texts;
  language: Language;
  entries: readonly AuditEntry[];
  firstPage: boolean;
  hasOlder: boolean;
}

export function buildAuditLogPage({ t, language, entries, firstPage, hasOlder }: AuditMaterial): Omit<AuditLogPage, 'layout'> {
  const last = entries.at(-1);
  return {
    heading: t('accounts.audit_log'),
    explanation: t('accounts.audit_explanation'),
    back: { label: t('accounts.people'), href: '/accounts/people' },
    table: {
      id: 'audit',
      heading: t('accounts.audit_log'),
      columns: [
        column(t('accounts.audit_when')),
        column(t('accounts.audit_who')),
        column(t('accounts.audit_what')),
        column(t('accounts.audit_object')),
        column(t('accounts.audit_purpose')),
      ],
      rows: entries.map((entry) => [
        cell(moment(entry.at, language)),
        cell(entry.who ?? t('accounts.audit_system')),
        cell(t(`accounts.audit_${entry.action}`)),
        cell(entry.object),
        cell(entry.purpose ?? ''),
      ]),
      empty: t('accounts.audit_empty'),
    },
    older: hasOlder && last ? { label: t('accounts.audit_older'), href: `/accounts/audit?olderThan=${last._id}` } : null,
    newest: firstPage ? null : { label: t('accounts.audit_newest'), href: '/accounts/audit' },
  };
}

/** Day in words and time of day, in universal time as the log keeps it. */
function moment(at: Date, language: Language): string {
  const iso = at.toISOString();
  return `${formatDate(iso.slice(0, 10), language)}, ${iso.slice(11, 16)} UTC`;
}
