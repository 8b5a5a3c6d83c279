import { useState } from 'preact/hooks'
import { idOf, titleOf } from '../../state/kinds.ts'
import { linkTo, place, setQuery } from '../../state/route.ts'
import type { Row, Tables } from '../../state/world-export.ts'
import { Notice } from '../../ui/notice.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { columnsOf, type DataColumn, sortedRows, statusField } from './columns.ts'
import { KindFilters } from './kind-filters.tsx'
import { useKindRows } from './kind-rows.ts'

/** All entities of a kind as a table, with sorting, filters and paging. */
export function KindTable({
  kind,
  tables,
  round,
  refresh,
}: {
  kind: string
  tables: Tables | undefined
  round: number
  refresh: () => void
}) {
  const [ownRound, setOwnRound] = useState(0)
  const read = useKindRows(kind, tables, round + ownRound)
  const { rows, list, hasMore, isLoading, error, more } = read
  const columns = columnsOf(rows ?? [])
  const shown = shownRows(rows ?? [], columns)
  const { query } = place.value
  const sort = {
    by: query.get('sort') ?? '',
    isDescending: query.get('order') === 'descending',
    change: (name: string) =>
      setQuery({ sort: name, order: name === sort.by && !sort.isDescending ? 'descending' : undefined }),
  }
  const reload = (): void => {
    setOwnRound(ownRound + 1)
    refresh()
  }
  return (
    <>
      <h1>{titleOf(kind)}</h1>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <KindFilters kind={kind} read={read} reload={reload} />
      <VirtualTable
        label={titleOf(kind)}
        columns={columns.map(({ name, heading, isNumber, text }, index) => ({
          name,
          heading,
          isNumber,
          cell: text,
          width: index === 0 ? 'minmax(0, 2fr)' : 'minmax(0, 1fr)',
        }))}
        rows={shown}
        keyOf={(row) => idOf(row) ?? JSON.stringify(row)}
        {...((rows ?? []).some((row) => idOf(row) !== undefined) && {
          linkOf: (row: Row) => linkTo(`data/${kind}/${encodeURIComponent(idOf(row) ?? '')}`),
        })}
        empty={rows === undefined ? (error === undefined ? 'Loading…' : 'Nothing could be read.') : emptyText(rows)}
        sort={sort}
      />
      <p class="actions">
        <span class="quiet">
          {shown.length} of {rows?.length ?? 0} read{hasMore ? '; there are more' : ''}
          {list === undefined ? ', from the export of the world' : `, by ${list.method} ${list.path}`}.
        </span>
        {hasMore && (
          <>
            <button type="button" disabled={isLoading} onClick={() => more(false)}>
              Read 250 more
            </button>
            <button type="button" disabled={isLoading} onClick={() => more(true)}>
              Read all
            </button>
          </>
        )}
        {isLoading && <span role="status">Reading…</span>}
      </p>
    </>
  )
}

const emptyText = (rows: readonly Row[]): string =>
  rows.length === 0 ? 'This world has none.' : 'None of those that were read matches the filters.'

function shownRows(rows: readonly Row[], columns: readonly DataColumn[]): readonly Row[] {
  const { query } = place.value
  const text = (query.get('q') ?? '').toLowerCase()
  const status = query.get('status')
  const field = statusField(rows) ?? ''
  const found = rows.filter(
    (row) =>
      (status === null || row[field] === status) &&
      (text === '' || columns.some((column) => column.text(row).toLowerCase().includes(text))),
  )
  const sorted = columns.find(({ name }) => name === query.get('sort'))
  return sorted === undefined ? found : sortedRows(found, sorted, query.get('order') === 'descending')
}
