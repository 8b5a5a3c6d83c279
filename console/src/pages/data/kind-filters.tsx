import { nameOf, titleOf } from '../../state/kinds.ts'
import { linkTo, place, setQuery } from '../../state/route.ts'
import { statusField } from './columns.ts'
import type { KindRows } from './kind-rows.ts'

/** The filters of a table of entities, and what can be done with its kind. */
export function KindFilters({ kind, read, reload }: { kind: string; read: KindRows; reload: () => void }) {
  const { rows = [], accounts, account } = read
  const { query } = place.value
  const field = statusField(rows)
  const statuses = field === undefined ? [] : [...new Set(rows.map((row) => String(row[field] ?? '')))].sort()
  return (
    <div class="toolbar" role="search" aria-label={`Filters of ${titleOf(kind).toLowerCase()}`}>
      {accounts.length > 0 && (
        <label class="field">
          <span>Ad account</span>
          <select value={account ?? ''} onChange={({ currentTarget }) => setQuery({ account: currentTarget.value })}>
            {accounts.map((row) => (
              <option key={String(row.id)} value={String(row.id)}>
                {nameOf(row)} ({String(row.id)})
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>Contains</span>
        <input
          type="search"
          value={query.get('q') ?? ''}
          onInput={({ currentTarget }) => setQuery({ q: currentTarget.value })}
        />
      </label>
      {statuses.length > 0 && (
        <label class="field">
          <span>Status</span>
          <select
            value={query.get('status') ?? ''}
            onChange={({ currentTarget }) => setQuery({ status: currentTarget.value })}
          >
            <option value="">All</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {status}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" onClick={reload}>
        Refresh
      </button>
      <a href={linkTo(`data/${kind}/new`, { account })}>New</a>
    </div>
  )
}
