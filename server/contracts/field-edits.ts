import { z } from 'zod'
import type { EntityStatus } from '../domain/ads/status.ts'
import type { World } from '../worlds/world.ts'
import { type Creatable, type EditableEntity, editableEntity, editedRow, editedStatus } from './editable-entity.ts'

interface StoredEntity {
  readonly json: string
  readonly status?: string
}

/** The fields that direct edits change. */
export interface FieldEdits<Row> {
  readonly fields: z.ZodRawShape
  /** Makes rows JSON text for the response; the stored text when absent. */
  readonly text?: (world: World) => (row: Row) => string
  /** Whether a draft stays one, since only an update of the API checks what it lacks. */
  readonly keepsDrafts?: boolean
  /** Creates an entity, and deletes one, where the Pinterest API cannot. */
  readonly creation?: Creatable
  readonly remove?: (world: World, row: Row) => void
}

/**
 * Returns direct edits of fields that are stored in the JSON text and in the columns of their names: of status and times,
 * mostly.
 *
 * @example
 * ```ts
 * export const leadFormKind = fieldEdits('lead_forms', leadFormTable, {
 *   fields: { status: LeadFormStatus, created_time: UnixTime, updated_time: UnixTime },
 * })
 * ```
 */
export const fieldEdits = <Row extends StoredEntity>(
  name: string,
  table: { update(db: World['db'], row: Row): Row },
  { fields, text = storedText, keepsDrafts = false, ...more }: FieldEdits<Row>,
): EditableEntity =>
  editableEntity({
    name,
    change: z.object(fields).partial().shape,
    edit(world, row: Row, change) {
      const { status } = change as { status?: EntityStatus }
      if (keepsDrafts) editedStatus(row.status as EntityStatus, status)
      return text(world)(table.update(world.db, editedRow(row, change)))
    },
    ...more,
  })

const storedText = () => (row: StoredEntity) => row.json
