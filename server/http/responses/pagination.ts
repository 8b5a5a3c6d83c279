import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { hash } from '#server/domain/ids.ts'
import { emptyAsAbsent, queryInteger } from '../schema/query-fields.ts'

/** How many items a page holds: 1 to 250, 25 when absent. */
export const PageSize = queryInteger('page_size', { min: 1, max: 250, otherwise: 25 }).meta({
  description: 'Maximum number of items in the page.',
})

/** What every list takes. */
export const pageQuery = {
  page_size: PageSize,
  bookmark: z.string().optional().meta({ description: 'Bookmark of the previous page. Absent for the first page.' }),
}

/** By id, which is by creation. */
export const Order = emptyAsAbsent(z.enum(['ASCENDING', 'DESCENDING']).optional()).meta({
  description: 'Sort order by id; newer entities have higher ids. Absent: ascending.',
})

/** Returns the schema of a page: the items, and the bookmark of the next page or null. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z
    .object({
      items: z.array(item),
      bookmark: z.string().nullable().meta({ description: 'Bookmark of the next page, or null on the last page.' }),
    })
    .meta({ description: 'One page of the list.' })

/** The list that a client requests: a bookmark belongs to all of this but the page's size. */
export interface ListRequest {
  readonly operation: string
  readonly filters: unknown
  readonly page_size: number
  readonly bookmark?: string | undefined
  /**
   * How a walk through the list ends: with a last page whose bookmark is null, or after it with an empty one, which a
   * bookmark leads to as to any other page. A list that has nothing is null at once either way.
   */
  readonly ends?: 'with null' | 'with an empty page' | undefined
}

/**
 * Returns the `seq` after which the page begins, from the bookmark; undefined for the first page. Refuses a bookmark of
 * another list.
 */
export function sequenceOf(list: ListRequest): number | undefined {
  if (list.bookmark === undefined || list.bookmark === '') return undefined
  const [position = '', signature] = Buffer.from(list.bookmark, 'base64url').toString('latin1').split('.')
  if (!/^\d{1,15}$/.test(position) || signature === undefined || !/^[0-9a-z]{1,7}$/.test(signature)) {
    throw new ApiError('request.bookmark', { detail: `'${list.bookmark.slice(0, 100)}' was not made by this server.` })
  }
  if (signature !== signatureOf(list)) {
    throw new ApiError('request.bookmark', {
      detail: 'it was made for another list, filter or order; send the query it came with.',
    })
  }
  return Number(position)
}

/**
 * Returns the body of a page as JSON text.
 *
 * @param rows Up to `page_size` + 1 rows: the one too many says that there is another page.
 *
 */
export function pageText<Row extends { seq: number }>(
  list: ListRequest,
  rows: readonly Row[],
  text: (row: Row) => string,
): string {
  const shown = rows.length > list.page_size ? rows.slice(0, list.page_size) : rows
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length || list.ends === 'with an empty page'
  const bookmark = goesOn && last !== undefined ? bookmarkOf(list, last.seq) : null
  // Added up and not joined: so the whole is copied once, when it is sent.
  let items = ''
  for (const row of shown) items += items === '' ? text(row) : `,${text(row)}`
  return `{"items":[${items}],"bookmark":${JSON.stringify(bookmark)}}`
}

const bookmarkOf = (list: ListRequest, sequence: number): string =>
  Buffer.from(`${sequence}.${signatureOf(list)}`, 'latin1').toString('base64url')

const signatureOf = ({ operation, filters }: ListRequest): string =>
  hash(operation + JSON.stringify(filters)).toString(36)
