import type { ItemOutcome } from './client.ts'

/** One item of the answer to a batch, as far as the scenario reads it. */
interface Entry {
  readonly data?: { readonly id?: string } | null
  readonly exceptions?: readonly { readonly code: number }[] | null
}

/** A page of a list, as far as the scenario reads it. */
interface Page {
  readonly items: readonly { readonly id: string }[]
  readonly bookmark?: string | null
}

/** Returns the outcomes of the items of a batch. */
export const outcomesOf = (items: readonly Entry[]): readonly ItemOutcome[] =>
  items.map(({ data, exceptions }) => ({ id: data?.id, codes: (exceptions ?? []).map(({ code }) => code) }))

/**
 * Returns the ids of all pages of a list, page by page.
 *
 * @param read Reads the page at a bookmark, the first without one; undefined ends the list.
 */
export async function idsOf(read: (bookmark: { bookmark?: string }) => Promise<Page | undefined>): Promise<string[]> {
  const ids: string[] = []
  let bookmark: string | undefined
  do {
    const page = await read({ ...(bookmark !== undefined && { bookmark }) })
    ids.push(...(page?.items ?? []).map(({ id }) => id))
    bookmark = page?.bookmark ?? undefined
  } while (bookmark !== undefined)
  return ids
}
