/**
 * The first parts of the paths of files that URLs in responses lead to. They are outside the API, since whoever has the
 * URL needs no token (F63).
 */
export const filePaths = {
  reports: '/async_reporting_v3',
  leads: '/leads_export',
  titles: '/dynamic_titles',
  catalogs: '/catalogs_reports',
  bulk: '/bulk_framework',
  invoices: '/billing_invoices',
} as const
