import type { Coverage, Report } from '../../../../server/library/generated/control.ts'
import { apiDescription, documentUrl, type Operation } from '../../api/openapi.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { QueryChoice, QueryText } from '../../ui/query-fields.tsx'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'

interface CoveredOperation extends Pick<Operation, 'id' | 'method' | 'path' | 'tag' | 'summary'> {
  readonly calls: number
  readonly refused: number
}

/** What of the API is built, and what of it clients have called. */
export default function CoveragePage() {
  const { query } = place.value
  const isOfAll = query.get('of') === 'all'
  const { value, error, reload } = useLoaded((signal) => load(isOfAll, signal), [isOfAll])
  if (value === undefined)
    return error === undefined ? <p class="quiet">Loading…</p> : <Notice kind="error">{error}</Notice>
  const { coverage, built, rows } = value
  const found = foundOperations(rows, query)
  return (
    <>
      <h1>Coverage</h1>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <p>
        {built.built} of {built.documented} documented operations are built; a call of another is answered with 501.
        Clients of {isOfAll ? 'all worlds' : `the world ${world.value}`} met {partOf(coverage.operations)} operations
        and {partOf(coverage.rules)} rules.
      </p>
      <div class="toolbar">
        <QueryText name="search" label="Search" />
        <QueryChoice name="met" label="Called by clients" options={metChoices} />
        <QueryChoice name="of" label="Clients of" options={scopes} />
        <button type="button" onClick={reload}>
          Load again
        </button>
        <span role="status">
          {found.length} of {rows.length} operations
        </span>
      </div>
      <VirtualTable
        label="Operations"
        columns={columns}
        rows={found}
        keyOf={({ id }) => id}
        classOf={({ calls }) => (calls === 0 ? 'quiet' : undefined)}
        empty="No operation is like this."
      />
    </>
  )
}

const columns: readonly TableColumn<CoveredOperation>[] = [
  {
    name: 'id',
    heading: 'Operation',
    width: 'minmax(12rem, 2fr)',
    cell: (row) => (row.tag === '' ? row.id : <a href={documentUrl(row)}>{row.id}</a>),
  },
  { name: 'method', heading: 'Method', width: '5rem', cell: ({ method }) => method },
  { name: 'path', heading: 'Path', width: 'minmax(12rem, 3fr)', cell: ({ path }) => <code>{path}</code> },
  {
    name: 'calls',
    heading: 'Calls',
    width: '6rem',
    isNumber: true,
    cell: ({ id, calls }) => (calls === 0 ? 'never' : <a href={linkTo('traffic', { operation: id })}>{calls}</a>),
  },
  { name: 'refused', heading: 'Refused', width: '5rem', isNumber: true, cell: ({ refused }) => refused || '' },
  {
    name: 'rules',
    heading: 'Rules',
    width: '4rem',
    cell: ({ id }) => (
      <a href={linkTo('rules', { operation: id })} aria-label={`Rules of ${id}`}>
        rules
      </a>
    ),
  },
]

const metChoices = [
  ['', 'or not'],
  ['yes', 'called'],
  ['no', 'never'],
] as const

const scopes = [
  ['', 'this world'],
  ['all', 'all worlds'],
] as const

const partOf = ({ met, total, ratio }: Coverage['operations']): string =>
  `${met} of ${total} (${Math.floor(ratio * 100)} %)`

async function load(isOfAll: boolean, signal: AbortSignal) {
  const options = { signal, query: { world: isOfAll ? 'all' : undefined } }
  const [coverage, report, { operations: documented }, { operations }] = await Promise.all([
    control<Coverage>(world.value, '/coverage', options),
    control<Report>(world.value, '/report', options),
    apiDescription(),
    control<{ operations: { built: number; documented: number } }>('default', '/', { signal }),
  ])
  const met = new Map<string, { calls: number; refused: number }>(
    report.operations.met.map((one) => [one.operation, one]),
  )
  const known = new Map(documented.map((operation) => [operation.id, operation]))
  const ids = [...new Set([...known.keys(), ...met.keys(), ...coverage.operations.never])]
  const rows = ids.map((id): CoveredOperation => {
    const { calls = 0, refused = 0 } = met.get(id) ?? {}
    return { ...(known.get(id) ?? { id, method: '', path: '', tag: '', summary: '' }), calls, refused }
  })
  return { coverage, built: operations, rows }
}

function foundOperations(rows: readonly CoveredOperation[], query: URLSearchParams): readonly CoveredOperation[] {
  const words = (query.get('search') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const met = query.get('met')
  return rows.filter(({ id, method, path, summary, tag, calls }) => {
    if (met && calls > 0 !== (met === 'yes')) return false
    const text = `${id} ${method} ${path} ${summary} ${tag}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
