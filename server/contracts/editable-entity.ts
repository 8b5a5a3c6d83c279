import { z } from 'zod'
import { type EntityStatus, isDraft } from '../domain/ads/status.ts'
import type { World } from '../worlds/world.ts'

/** A direct edit that is refused: for what field, and why. */
export class EditError extends Error {
  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`)
  }
}

/** One kind of entity that test control may put into states that the API does not lead to. */
export interface EditableEntity {
  /** Its name in paths, and its table: `campaigns`. */
  readonly name: string
  /** What may be changed. */
  readonly change: z.ZodObject
  /**
   * Stores the change of a row, columns and text alike, and gives the entity as the API answers it.
   *
   * @throws EditError
   */
  readonly edit: (world: World, row: unknown, change: Readonly<Record<string, unknown>>) => string
  /** How one is made, where the API makes none. */
  readonly creation?: Creatable
  /** Deletes one, where the API deletes none. */
  readonly remove?: (world: World, row: unknown) => void
}

/** How an entity is made that the API does not make. */
export interface Creatable {
  readonly item: z.ZodObject
  readonly create: (world: World, item: Readonly<Record<string, unknown>>) => string
}

/** Returns a kind of entity whose rows and changes are typed. What a change does not name stays as it is. */
export function editableEntity<Shape extends z.ZodRawShape, Row>(kind: {
  readonly name: string
  readonly change: Shape
  readonly edit: (world: World, row: Row, change: z.output<z.ZodObject<Shape>>) => string
  readonly creation?: Creatable
  readonly remove?: (world: World, row: Row) => void
}): EditableEntity {
  return { ...kind, change: z.strictObject(kind.change) } as unknown as EditableEntity
}

/** Returns a way to make entities whose items are typed. */
export function creatable<Shape extends z.ZodRawShape>(
  item: Shape,
  create: (world: World, item: z.output<z.ZodObject<Shape>>) => string,
): Creatable {
  return { item: z.strictObject(item), create } as unknown as Creatable
}

/**
 * Returns the status that an edit leads to: any, but a draft stays one, since it may lack what entities must have.
 *
 * @throws EditError
 *
 */
export function editedStatus(before: EntityStatus, wanted: EntityStatus = before): EntityStatus {
  if (!isDraft(before) || isDraft(wanted)) return wanted
  throw new EditError('status', `'${wanted}' is refused: a draft is published by an update of the API, which checks it`)
}

/** Returns a row whose entity has these fields in place of those before, in its JSON text and in the columns of their names. */
export function editedRow<Row extends { readonly json: string }>(
  row: Row,
  change: Readonly<Record<string, unknown>>,
): Row {
  const changed = Object.entries(change).filter(([, value]) => value !== undefined)
  const columns = Object.fromEntries(changed.filter(([name]) => name in row))
  return { ...row, ...columns, json: JSON.stringify({ ...JSON.parse(row.json), ...Object.fromEntries(changed) }) }
}
