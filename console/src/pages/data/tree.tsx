import { amountText, scheduleText } from '../../state/format.ts'
import { idOf, nameOf, titleOf } from '../../state/kinds.ts'
import { linkTo, place, setQuery } from '../../state/route.ts'
import type { Row } from '../../state/world-export.ts'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import { keyOf, linesOf, type TreeLine, useBranches } from './tree-branches.ts'

/** The tree of ad accounts, campaigns, ad groups and ads, read by the API's lists where it is opened, and in each round. */
export function AdsTree({ round }: { round: number }) {
  const hasArchived = place.value.query.get('archived') === 'yes'
  const { branches, open, toggle, more, refresh } = useBranches(hasArchived, round)
  const lines = linesOf(branches, open)
  const columns: readonly TableColumn<TreeLine>[] = [
    {
      name: 'name',
      heading: 'Name',
      width: 'minmax(0, 2.5fr)',
      cell: (line) => (
        <span class="tree-name" style={{ paddingLeft: `${line.depth * 1.2}rem` }}>
          {line.branch === undefined && line.row !== undefined ? (
            <Entity kind={line.kind} row={line.row} open={open} toggle={toggle} />
          ) : (
            <Rest line={line} more={more} />
          )}
        </span>
      ),
    },
    text('status', 'Status', ({ status }) => String(status ?? '')),
    text('summary', 'Summary', (row) => [row.summary_status, row.review_status].filter(Boolean).join(', ')),
    text('budget', 'Budget', budgetOf),
    text('schedule', 'Schedule', ({ start_time, end_time }) => scheduleText(start_time, end_time), 'minmax(0, 1.7fr)'),
    text('id', 'Id', (row) => idOf(row) ?? '', '8rem'),
  ]
  return (
    <>
      <h1>Data</h1>
      <div class="toolbar">
        <label class="check">
          <input
            type="checkbox"
            checked={hasArchived}
            onChange={({ currentTarget }) => setQuery({ archived: currentTarget.checked ? 'yes' : undefined })}
          />
          Archived and deleted drafts too
        </label>
        <button type="button" onClick={refresh}>
          Refresh
        </button>
        {['campaigns', 'ad_groups', 'ads'].map((kind) => (
          <a key={kind} href={linkTo(`data/${kind}/new`)}>
            New {titleOf(kind).toLowerCase().replace(/s$/, '')}
          </a>
        ))}
      </div>
      <VirtualTable
        label="Tree of ads"
        columns={columns}
        rows={lines}
        keyOf={({ key }) => key}
        empty="Loading the ad accounts…"
      />
      <p class="quiet">As the API lists it to the user of this console's token.</p>
    </>
  )
}

const text = (
  name: string,
  heading: string,
  read: (row: Row) => string,
  width = 'minmax(0, 1fr)',
): TableColumn<TreeLine> => ({
  name,
  heading,
  width,
  cell: ({ row, branch }) => (row === undefined || branch !== undefined ? '' : read(row)),
})

function budgetOf(row: Row): string {
  const { daily_spend_cap: daily, lifetime_spend_cap: whole, budget_in_micro_currency: own, budget_type: type } = row
  if (typeof own === 'number') return `${amountText(own)} ${String(type ?? '').toLowerCase()}`
  if (typeof daily === 'number' && daily > 0) return `${amountText(daily)} daily`
  if (typeof whole === 'number' && whole > 0) return `${amountText(whole)} lifetime`
  return type === 'CBO_ADGROUP' ? "its campaign's" : ''
}

function Entity(props: {
  kind: string
  row: Row
  open: ReadonlySet<string>
  toggle: (row: Row, kind: string, isOpen: boolean) => void
}) {
  const { kind, row, open, toggle } = props
  const isOpen = open.has(keyOf(kind, row))
  return (
    <>
      {kind !== 'ads' && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${nameOf(row)}: what stands below`}
          onClick={() => toggle(row, kind, !isOpen)}
        >
          {isOpen ? '−' : '+'}
        </button>
      )}
      <a href={linkTo(`data/${kind}/${idOf(row)}`)}>{nameOf(row)}</a>
    </>
  )
}

function Rest({ line, more }: { line: TreeLine; more: (line: TreeLine) => void }) {
  const { kind, branch } = line
  const name = titleOf(kind).toLowerCase()
  if (branch?.isLoading) return <span class="quiet">Loading…</span>
  if (branch?.error !== undefined) return <span class="bad">{branch.error}</span>
  if (branch === undefined || branch.bookmark === null) return <span class="quiet">No {name}.</span>
  return (
    <button type="button" onClick={() => more(line)}>
      More {name} ({branch.rows.length} read)
    </button>
  )
}
