import { place, setQuery } from '../../state/route.ts'

/** The criteria of the journal that the list has fields for, by their names in the address. */
const texts = {
  operation: ['Operation', 'campaigns/create'],
  status: ['Status', '400 or 4xx'],
  rule: ['Rule', 'request.schema'],
  ad_account: ['Ad account', '549755885262'],
  body_contains: ['Text of the body', 'Spring sale'],
} as const

const marks = { refused: 'Refused', warnings: 'With warnings', faults: 'With faults' } as const

const names = ['source', 'method', ...Object.keys(texts), ...Object.keys(marks)]

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD']

/** Returns the criteria that the address has. */
export function filtersIn(query: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])))
}

/** Returns the filters without the one that the console applies itself, since the journal has no criterion for it. */
export const criteriaOf = ({ refused: _, ...criteria }: Readonly<Record<string, string>>) => criteria

/** The criteria of the list, as fields. They stand in the address. */
export function Filters({ operations }: { operations: readonly string[] }) {
  const filters = filtersIn(place.value.query)
  const set = (name: string, value: string): void => setQuery({ [name]: value.trim() })
  const clear = (): void => setQuery(Object.fromEntries(names.map((name) => [name, undefined])))
  return (
    <form class="toolbar filters" role="search" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label class="field">
        <span>Calls of</span>
        <select value={filters.source ?? ''} onChange={({ currentTarget }) => set('source', currentTarget.value)}>
          <option value="">Clients</option>
          <option value="console">This console</option>
        </select>
      </label>
      <label class="field">
        <span>Method</span>
        <select value={filters.method ?? ''} onChange={({ currentTarget }) => set('method', currentTarget.value)}>
          <option value="">All</option>
          {methods.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
      </label>
      {Object.entries(texts).map(([name, [label, example]]) => (
        <label key={name} class="field">
          <span>{label}</span>
          <input
            value={filters[name] ?? ''}
            placeholder={example}
            list={name === 'operation' ? 'operations' : undefined}
            onChange={({ currentTarget }) => set(name, currentTarget.value)}
          />
        </label>
      ))}
      {Object.entries(marks).map(([name, label]) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={filters[name] === 'true'}
            onChange={({ currentTarget }) => set(name, currentTarget.checked ? 'true' : '')}
          />
          {label}
        </label>
      ))}
      <button type="button" onClick={clear} disabled={Object.keys(filters).length === 0}>
        Clear filters
      </button>
      <datalist id="operations">
        {operations.map((operation) => (
          <option key={operation} value={operation} />
        ))}
      </datalist>
    </form>
  )
}
