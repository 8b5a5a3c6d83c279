import type { Database } from '#db/database.ts'
import { pastOf } from './repository.ts'
import type { BulkDownloadCreate } from './schema.ts'
import { secondsOrNull } from './texts.ts'

/** An entity with a history. */
interface HistoricEntity {
  readonly id: string
  readonly name: string | null
  readonly created_time: number
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Returns the changes of an entity as JSON texts, oldest first (F131): its creation, and each change of a field that its
 * delivery depends on. Other fields leave no history here.
 */
export function historyOf(
  db: Database,
  accountId: string,
  entity: HistoricEntity,
  { updated_since }: BulkDownloadCreate,
): readonly string[] {
  const since = secondsOrNull(updated_since) ?? 0
  const past = pastOf(db, accountId, entity.id).map(({ until, state }) => ({
    until,
    state: JSON.parse(state) as Fields,
  }))
  const states = [...past.map(({ state }) => state), entity as unknown as Fields]
  const common = { entity_id: entity.id, entity_name: entity.name }
  const created = { ...common, operation: 'CREATE', change_timestamp: entity.created_time, data_changes: [] }
  const changes = past.map(({ until, state }, index) => ({
    ...common,
    operation: 'UPDATE',
    change_timestamp: until,
    data_changes: changesBetween(state, states[index + 1] ?? {}),
  }))
  return [created, ...changes]
    .filter((one) => one.change_timestamp >= since && (one.operation === 'CREATE' || one.data_changes.length > 0))
    .map((one) => JSON.stringify(one))
}

const changesBetween = (before: Fields, after: Fields) =>
  Object.keys(before).flatMap((name, index) => {
    const [old_data_value, new_data_value] = [textOf(before[name]), textOf(after[name])]
    if (!(name in after) || old_data_value === new_data_value) return []
    return [
      {
        changed_field_id: index + 1,
        changed_field_name: name,
        data_type: typeOf(name, after[name]),
        old_data_value,
        new_data_value,
      },
    ]
  })

const textOf = (value: unknown): string | null =>
  value == null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)

function typeOf(name: string, value: unknown): string {
  if (/_cap$|_in_micro_currency$/.test(name)) return 'MICROCURRENCY'
  if (/_time$|_at$/.test(name)) return 'DATE'
  if (typeof value === 'boolean') return 'BOOL'
  return typeof value === 'number' ? 'NUMERIC' : 'STRING'
}
