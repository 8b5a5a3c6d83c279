import type { FastifyReply, FastifyRequest } from 'fastify'
import { filePaths } from '#server/http/files/file-paths.ts'
import { pathOfFile, sendFile } from '#server/http/files/send-file.ts'
import type { SignedFile } from '#server/http/files/signed-link.ts'
import { type BillingInvoiceRow, billingInvoiceTable } from './repository.ts'

const filePath = new RegExp(`^${filePaths.invoices}/(\\d{1,18})/(\\d{1,18})\\.txt$`)

/** Returns the file of an invoice. */
export const fileOf = ({ id, ad_account_id }: BillingInvoiceRow): SignedFile => ({
  path: `${filePaths.invoices}/${ad_account_id}/${id}.txt`,
  key: `billing invoice ${id}`,
})

/** Sends an invoice as plain text while its URL is valid, or refuses it in XML as S3 does. */
export function sendInvoice(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [, accountId = '', id = ''] = filePath.exec(pathOfFile(request)) ?? []
  const row = billingInvoiceTable.find(request.world.readable, accountId, id)
  const file = row && { ...fileOf(row), type: 'text/plain; charset=utf-8', content: () => invoiceText(row) }
  return sendFile(request, reply, file)
}

/** Yields an invoice as lines with a field each (assumed: that of Pinterest is a PDF). */
async function* invoiceText({ json }: BillingInvoiceRow): AsyncGenerator<string> {
  for (const [name, value] of Object.entries(JSON.parse(json))) yield `${name}: ${value}\n`
}
