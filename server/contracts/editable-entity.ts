import { z } from 'zod'
import { type EntityStatus, isDraft } from '../domain/ads/status.ts'
import { type Lifecycle, startTimeOf } from '../domain/time/lifecycle.ts'
import { startFor } from '../worlds/progress.ts'
import type { World } from '../worlds/world.ts'

/** Thrown when a direct edit is refused; the message names the field and the reason. */
export class EditError extends Error {
  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`)
  }
}

/** A kind of entity that the control API can edit directly, into states that the Pinterest API does not lead to. */
export interface EditableEntity {
  /** The name in paths of the control API, and of the table: `campaigns`. */
  readonly name: string
  /** Returns the row that a path names, where that is not by its id. */
  readonly find?: (db: World['db'], name: string) => unknown
  /** The schema of a change. */
  readonly change: z.ZodObject
  /**
   * Stores the change in the row's columns and JSON text, and returns the entity as JSON text for responses.
   *
   * @throws EditError
   */
  readonly edit: (world: World, row: unknown, change: Readonly<Record<string, unknown>>) => string
  /** Creates an entity, where the Pinterest API cannot. */
  readonly creation?: Creatable
  /** Deletes an entity, where the Pinterest API cannot. */
  readonly remove?: (world: World, row: unknown) => void
}

/** The creation of an entity that the Pinterest API cannot create. */
export interface Creatable {
  readonly item: z.ZodObject
  readonly create: (world: World, item: Readonly<Record<string, unknown>>) => string
}

/** Returns a kind of entity with typed rows and changes. A change leaves fields that it does not name as they are. */
export function editableEntity<Shape extends z.ZodRawShape, Row>(kind: {
  readonly name: string
  readonly find?: (db: World['db'], name: string) => Row | undefined
  readonly change: Shape
  readonly edit: (world: World, row: Row, change: z.output<z.ZodObject<Shape>>) => string
  readonly creation?: Creatable
  readonly remove?: (world: World, row: Row) => void
}): EditableEntity {
  return { ...kind, change: z.strictObject(kind.change) } as unknown as EditableEntity
}

/** Returns a creation with typed items. */
export function creatable<Shape extends z.ZodRawShape>(
  item: Shape,
  create: (world: World, item: z.output<z.ZodObject<Shape>>) => string,
): Creatable {
  return { item: z.strictObject(item), create } as unknown as Creatable
}

/**
 * Returns the status after an edit. Any status is allowed, but a draft stays a draft: it may lack required fields.
 *
 * @throws EditError
 */
export function editedStatus(before: EntityStatus, requested: EntityStatus = before): EntityStatus {
  if (!isDraft(before) || isDraft(requested)) return requested
  throw new EditError(
    'status',
    `'${requested}' is refused: a draft is published by an update of the API, which checks it`,
  )
}

/** A state that an edit puts an entity into. */
export interface EditedState<State extends string> {
  readonly id: string
  /** The field of the edit. */
  readonly field: string
  readonly state: State
}

/**
 * Returns the start, in Unix seconds, of the lifecycle of an entity that is in a state now; undefined where the lifecycle
 * never comes to the state.
 *
 * @throws EditError where the world's transition of the kind excludes the state.
 */
export function startOfState<State extends string>(
  world: World,
  kind: string,
  lifecycle: Lifecycle<State>,
  { id, field, state }: EditedState<State>,
): number | undefined {
  if (startTimeOf(lifecycle, state, 0) === undefined) return undefined
  const start = startFor(world, kind, lifecycle, { id, state })
  if (start !== undefined) return start
  const transition = JSON.stringify(world.transitions[kind]?.transition)
  throw new EditError(
    field,
    `${state} is excluded by the transition of ${kind} in the settings of this world, ${transition}`,
  )
}

/** Returns the row with the changed fields, in its JSON text and in the columns of the same names. */
export function editedRow<Row extends { readonly json: string }>(
  row: Row,
  change: Readonly<Record<string, unknown>>,
): Row {
  const changed = Object.entries(change).filter(([, value]) => value !== undefined)
  const columns = Object.fromEntries(changed.filter(([name]) => name in row))
  return { ...row, ...columns, json: JSON.stringify({ ...JSON.parse(row.json), ...Object.fromEntries(changed) }) }
}
