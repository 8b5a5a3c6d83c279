import type { CatalogueEntry } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, world } from '../../state/route.ts'
import { countText } from '../../ui/amounts.ts'
import { Notice } from '../../ui/notice.tsx'
import { QueryChoice, QueryText } from '../../ui/query-fields.tsx'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import { foundRules } from './found-rules.ts'
import { RuleDetail } from './rule-detail.tsx'

const columns: readonly TableColumn<CatalogueEntry>[] = [
  { name: 'id', heading: 'Rule', width: 'minmax(12rem, 2fr)', cell: ({ id }) => id },
  { name: 'code', heading: 'Code', width: '4rem', isNumber: true, cell: ({ code }) => code },
  { name: 'status', heading: 'Status', width: '4rem', isNumber: true, cell: ({ status }) => status },
  { name: 'evidence', heading: 'Evidence', width: '7rem', cell: ({ evidence }) => evidence },
  { name: 'force', heading: 'In force', width: '5rem', cell: ({ in_force: force }) => (force ? 'yes' : 'no') },
  { name: 'message', heading: 'Message', width: 'minmax(12rem, 3fr)', cell: ({ message }) => message },
]

/** The rules and errors with which calls are refused, searchable. */
export default function RulesPage() {
  const { parts, query } = place.value
  const { value, error, reload } = useLoaded(
    (signal) => control<{ items: readonly CatalogueEntry[] }>(world.value, '/rules', { signal }),
    [],
  )
  if (value === undefined)
    return error === undefined ? <p class="quiet">Loading…</p> : <Notice kind="error">{error}</Notice>
  const [selected] = parts
  const rules = foundRules(value.items, query)
  const rule = value.items.find(({ id }) => id === selected)
  const operations = [...new Set(value.items.flatMap((one) => one.operations))].sort()
  return (
    <>
      <h1>Rules</h1>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <div class="toolbar">
        <QueryText name="search" label="Search" />
        <QueryText name="operation" label="Operation" list={operations} />
        <QueryChoice name="evidence" label="Evidence" options={evidences} />
        <QueryChoice name="force" label="In force" options={forces} />
        <span role="status">
          {countText(rules.length, 'rule')} of {value.items.length}
        </span>
      </div>
      <div class={`split ${selected === undefined ? '' : 'open'}`}>
        <VirtualTable
          label="Rules"
          columns={columns}
          rows={rules}
          keyOf={({ id }) => id}
          linkOf={({ id }) => linkTo(`rules/${encodeURIComponent(id)}`, Object.fromEntries(query))}
          classOf={({ in_force: force }) => (force ? undefined : 'quiet')}
          selected={selected}
          empty="No rule is like this."
        />
        {rule !== undefined && <RuleDetail key={rule.id} rule={rule} reload={reload} />}
        {rule === undefined && selected !== undefined && <Notice kind="error">There is no rule “{selected}”.</Notice>}
      </div>
    </>
  )
}

const evidences: readonly (readonly [string, string])[] = [
  ['', 'any'],
  ...['documented', 'observed', 'second-hand', 'assumed'].map((name) => [name, name] as const),
]

const forces = [
  ['', 'any'],
  ['yes', 'yes'],
  ['no', 'switched off'],
] as const
