import { useEffect, useRef, useState } from 'preact/hooks'
import { messageOf } from '../../api/failure.ts'
import { filledPath, operationsOf } from '../../api/kind-operations.ts'
import { apiDescription, type Operation } from '../../api/openapi.ts'
import { listedByApi } from '../../state/kinds.ts'
import { useLoaded } from '../../state/loaded.ts'
import { place, world } from '../../state/route.ts'
import type { Row, Tables } from '../../state/world-export.ts'
import { everyStatus, type ListPage, readPage } from './api-lists.ts'

/** The rows of a kind as far as they were read, and where they are from. */
export interface KindRows {
  readonly rows: readonly Row[] | undefined
  /** The list of the API that they are from; undefined where they are from the export of the world. */
  readonly list: Operation | undefined
  readonly accounts: readonly Row[]
  readonly account: string | undefined
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly error: string | undefined
  /** Reads the next page, or all that there are. */
  readonly more: (isAll: boolean) => void
}

const pageSize = 250
/** The most rows that are read again when something has changed. */
const mostReread = 1000

/** Reads a kind: by the API's list where it has all of them, and from the export of the world elsewhere. */
export function useKindRows(kind: string, tables: Tables | undefined, round: number): KindRows {
  const [pages, setPages] = useState<ListPage>()
  const [error, setError] = useState<string>()
  const [isLoading, setLoading] = useState(false)
  const { value, error: failure } = useLoaded(
    async (signal) => {
      const description = listedByApi.has(kind) ? await apiDescription() : undefined
      const list = description && operationsOf(description, kind).list
      const needsAccount = list?.path.includes('{ad_account_id}') === true
      const accounts = needsAccount ? (await readPage('/ad_accounts', null, pageSize, signal)).rows : []
      return { list, accounts, schemas: description?.schemas ?? {} }
    },
    [kind, world.value],
  )
  const { list, accounts = [], schemas = {} } = value ?? {}
  const account = place.value.query.get('account') ?? (accounts[0]?.id as string | undefined)
  const path = list && filledPath(list.path, { ad_account_id: account ?? '' })
  const address =
    list && path !== undefined && !path.includes('{') ? `${path}?${everyStatus(list, schemas)}` : undefined

  const isRead = useRef<string>()
  /** Reads the rows that are shown again, in whose place they then come. */
  const reread = async (signal: AbortSignal): Promise<void> => {
    const shown = pages?.rows.length ?? 0
    if (address === undefined || shown > mostReread) return
    let page: ListPage = { rows: [], bookmark: null }
    try {
      do {
        const next = await readPage(address, page.bookmark, pageSize, signal)
        page = { rows: [...page.rows, ...next.rows], bookmark: next.bookmark }
      } while (page.bookmark !== null && page.rows.length < shown)
      if (!signal.aborted) {
        setPages(page)
        setError(undefined)
      }
    } catch (problem) {
      if (!signal.aborted) setError(messageOf(problem))
    }
    if (!signal.aborted) setLoading(false)
  }
  const read = async (before: ListPage | undefined, isAll: boolean, signal?: AbortSignal): Promise<void> => {
    if (address === undefined) return
    setLoading(true)
    let shown = before
    try {
      do {
        const page = await readPage(address, shown?.bookmark ?? null, pageSize, signal)
        shown = { rows: [...(shown?.rows ?? []), ...page.rows], bookmark: page.bookmark }
        if (signal?.aborted) return
        setPages(shown)
      } while (isAll && shown.bookmark !== null)
      setError(undefined)
    } catch (problem) {
      if (!signal?.aborted) setError(messageOf(problem))
    }
    setLoading(false)
  }
  useEffect(() => {
    const ended = new AbortController()
    void (isRead.current === address ? reread(ended.signal) : read(undefined, false, ended.signal))
    isRead.current = address
    return () => ended.abort()
  }, [address, round])

  const isApi = value === undefined || list !== undefined
  const hasNoAccount = list !== undefined && address === undefined
  return {
    rows: isApi ? (pages?.rows ?? (hasNoAccount ? [] : undefined)) : tables && (tables[kind] ?? []),
    list,
    accounts,
    account,
    hasMore: isApi && typeof pages?.bookmark === 'string',
    isLoading,
    error: error ?? failure,
    more: (isAll) => void read(pages, isAll),
  }
}
