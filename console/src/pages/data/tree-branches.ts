import { useEffect, useRef, useState } from 'preact/hooks'
import { controlToken } from '../../api/control-token.ts'
import { messageOf } from '../../api/failure.ts'
import { idOf } from '../../state/kinds.ts'
import type { Row } from '../../state/world-export.ts'
import { readPage } from './api-lists.ts'

/** What stands below an entity of the tree, as far as it was read. */
export interface Branch {
  readonly rows: readonly Row[]
  readonly bookmark: string | null
  readonly error?: string | undefined
  readonly isLoading: boolean
}

/** A line of the tree: an entity, or what is to be said of the branch of one. */
export interface TreeLine {
  readonly key: string
  readonly depth: number
  readonly kind: string
  readonly row?: Row
  readonly branch?: Branch
  /** The key of the branch that a line without an entity speaks of. */
  readonly of?: string
}

const levels: readonly string[] = ['ad_accounts', 'campaigns', 'ad_groups', 'ads']
const parentField: Readonly<Record<string, string>> = { ad_groups: 'campaign_ids', ads: 'ad_group_ids' }
const pageSize = 100
/** The most entities of a branch that are read again. */
const mostReread = 1000
/** The key of the branch of the ad accounts. */
export const rootKey = 'root'

/** The branches of the tree by key, which ones are open, and how they are read on. */
export function useBranches(hasArchived: boolean, round: number) {
  const [branches, setBranches] = useState<Readonly<Record<string, Branch>>>({})
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set([rootKey]))
  const ended = useRef(new AbortController())
  /** The first ad account is open to begin with. */
  const isFirst = useRef(true)
  const read = async (key: string, kind: string, row: Row | undefined, before?: Branch): Promise<void> => {
    const { signal } = ended.current
    const set = (branch: Branch): void => {
      if (!signal.aborted) setBranches((all) => ({ ...all, [key]: branch }))
    }
    const rows = before?.rows ?? []
    set({ rows, bookmark: null, isLoading: true })
    try {
      const page = await readPage(pathOf(kind, row, hasArchived), before?.bookmark ?? null, pageSize, signal)
      set({ rows: [...rows, ...page.rows], bookmark: page.bookmark, isLoading: false })
      const [first] = page.rows
      if (isFirst.current && first !== undefined) toggle(first, 'ad_accounts', true)
      isFirst.current = false
    } catch (error) {
      set({ rows, bookmark: before?.bookmark ?? null, error: messageOf(error), isLoading: false })
    }
  }
  /** Reads what is shown of a branch again, as many of its entities, and leaves them in sight meanwhile. */
  const reread = async (key: string, kind: string, row: Row | undefined): Promise<void> => {
    const { signal } = ended.current
    const { rows: shown = [], isLoading = true } = branches[key] ?? {}
    if (isLoading) return
    const rows: Row[] = []
    let bookmark: string | null = null
    try {
      do {
        const page = await readPage(pathOf(kind, row, hasArchived), bookmark, pageSize, signal)
        rows.push(...page.rows)
        bookmark = page.bookmark
      } while (bookmark !== null && rows.length < Math.min(shown.length, mostReread))
      if (!signal.aborted) setBranches((all) => ({ ...all, [key]: { rows, bookmark, isLoading: false } }))
    } catch {
      // What was read before is shown, until it can be read again.
    }
  }
  const toggle = (row: Row, kind: string, isOpen: boolean): void => {
    const key = keyOf(kind, row)
    setOpen((keys) => new Set(isOpen ? [...keys, key] : [...keys].filter((other) => other !== key)))
    const below = levelBelow(kind)
    if (isOpen && below !== undefined) void read(key, below, row)
  }
  useEffect(() => {
    ended.current = new AbortController()
    setOpen(new Set([rootKey]))
    isFirst.current = true
    void read(rootKey, 'ad_accounts', undefined)
    return () => ended.current.abort()
  }, [hasArchived, controlToken.value])
  const more = ({ of = rootKey, kind, row, branch }: TreeLine): void => void read(of, kind, row, branch)
  const refresh = (): void => {
    void reread(rootKey, 'ad_accounts', undefined)
    for (const { key, kind, row, branch } of linesOf(branches, open)) {
      const below = levelBelow(kind)
      if (branch === undefined && open.has(key) && below !== undefined) void reread(key, below, row)
    }
  }
  useEffect(() => {
    if (round > 0) refresh()
  }, [round])
  return { branches, open, toggle, more, refresh }
}

const levelBelow = (kind: string): string | undefined => levels[levels.indexOf(kind) + 1]

/** Returns the key of an entity's branch. */
export const keyOf = (kind: string, row: Row): string => `${kind} ${idOf(row)}`

function pathOf(kind: string, row: Row | undefined, hasArchived: boolean): string {
  if (row === undefined) return '/ad_accounts'
  const account = kind === 'campaigns' ? row.id : row.ad_account_id
  const query = new URLSearchParams()
  const field = parentField[kind]
  if (field !== undefined) query.set(field, String(row.id))
  for (const status of ['ACTIVE', 'PAUSED', 'DRAFT', ...(hasArchived ? ['ARCHIVED', 'DELETED_DRAFT'] : [])]) {
    query.append('entity_statuses', status)
  }
  return `/ad_accounts/${account}/${kind}?${query}`
}

/** Returns the lines of the tree, from the branches that are open. */
export function linesOf(
  branches: Readonly<Record<string, Branch>>,
  open: ReadonlySet<string>,
  key: string = rootKey,
  depth = 0,
  row?: Row,
): readonly TreeLine[] {
  const kind = levels[depth]
  const branch = branches[key]
  if (kind === undefined || branch === undefined) return []
  const lines = branch.rows.flatMap((one): readonly TreeLine[] => {
    const own = keyOf(kind, one)
    const line = { key: own, depth, kind, row: one }
    return open.has(own) ? [line, ...linesOf(branches, open, own, depth + 1, one)] : [line]
  })
  const isWhole = branch.rows.length > 0 && branch.bookmark === null && !branch.isLoading && branch.error === undefined
  if (isWhole) return lines
  return [...lines, { key: `${key} more`, depth, kind, branch, of: key, ...(row && { row }) }]
}
