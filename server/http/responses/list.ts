import type { FastifyReply } from 'fastify'
import type { PageRange } from '#db/keyset.ts'
import type { Operation } from '#openapi/operations.ts'
import { type ListRequest, pageText, sequenceOf } from './pagination.ts'
import { sendJson } from './replies.ts'

/** A request for one page of a list. */
interface PageRequest {
  readonly operation: Operation | null
  readonly query: { readonly page_size: number; readonly bookmark?: string | undefined }
}

/** The page that a client asks for: its range, with one row more, which says that another page follows. */
export interface RequestedPage extends PageRange {
  readonly list: ListRequest
}

/**
 * Returns the page of the list that a request is for; refuses a bookmark that was made for another list.
 *
 * @param filters What the list is narrowed to and ordered by, which bookmarks depend on.
 */
export function requestedPage(
  { operation, query: { page_size, bookmark } }: PageRequest,
  filters: object,
  ends?: ListRequest['ends'],
): RequestedPage {
  const list: ListRequest = { operation: operation?.id ?? '', filters, page_size, bookmark, ends }
  return { list, after: sequenceOf(list), limit: page_size + 1 }
}

/** Answers a page with its rows as JSON text, and with the bookmark of the next page. */
export const replyWithPage = <Row extends { readonly seq: number }>(
  reply: FastifyReply,
  { list }: RequestedPage,
  rows: readonly Row[],
  text: (row: Row) => string,
): FastifyReply => sendJson(reply, pageText(list, rows, text))
