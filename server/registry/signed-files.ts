import type { RouteHandlerMethod } from 'fastify'
import { filePaths } from '../http/files/file-paths.ts'

/** Where files of one kind are fetched, and what sends them. */
interface SignedFiles {
  readonly path: string
  readonly send: RouteHandlerMethod
}

/** All kinds of files that URLs in responses lead to. What computes one is loaded with the first that is fetched. */
export const signedFiles: readonly SignedFiles[] = [
  {
    path: `${filePaths.reports}/*`,
    send: async (request, reply) =>
      (await import('../resources/reporting/reports/file.ts')).sendReportFile(request, reply),
  },
  {
    path: `${filePaths.leads}/*`,
    send: async (request, reply) =>
      (await import('../resources/campaign-management/leads-export/file.ts')).sendLeadsFile(request, reply),
  },
  {
    path: `${filePaths.titles}/*`,
    send: async (request, reply) =>
      (await import('../resources/campaign-management/dynamic-titles/file.ts')).sendTitlesFile(request, reply),
  },
  {
    path: `${filePaths.catalogs}/*`,
    send: async (request, reply) =>
      (await import('../resources/catalogs/catalog-reports/file.ts')).sendCatalogReport(request, reply),
  },
  {
    path: `${filePaths.bulk}/*`,
    send: async (request, reply) =>
      (await import('../resources/campaign-management/bulk-requests/file.ts')).sendBulkFile(request, reply),
  },
  {
    path: `${filePaths.invoices}/*`,
    send: async (request, reply) =>
      (await import('../resources/accounts/billing-invoices/file.ts')).sendInvoice(request, reply),
  },
]
