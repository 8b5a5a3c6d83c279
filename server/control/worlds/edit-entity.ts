import { z } from 'zod'
import { rowById } from '#db/rows.ts'
import { type EditableEntity, EditError } from '#server/contracts/editable-entity.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { nearest } from '#server/http/nearest.ts'
import { entityKinds } from '#server/registry/editable-entities.ts'
import { SeedError } from '#server/seeds/errors.ts'
import { mistakesOf } from '#server/seeds/mistakes.ts'
import { fieldsAt } from '#server/seeds/schema.ts'
import type { World } from '#server/worlds/world.ts'

/** The fields of an editable kind of entity, as JSON Schemas. */
export interface EntityKindSummary {
  readonly kind: string
  readonly change: object
  /** The schema of a new entity; null where only the API or a seed creates them. */
  readonly create: object | null
}

let summaries: readonly EntityKindSummary[] | undefined

/** Returns the editable kinds; their schemas are made once. */
export function entityKindSummaries(): readonly EntityKindSummary[] {
  summaries ??= entityKinds.map(({ name, change, creation }) => ({
    kind: name,
    change: jsonSchemaOf(change),
    create: creation === undefined ? null : jsonSchemaOf(creation.item),
  }))
  return summaries
}

/**
 * Changes an entity without the rules of the API, and returns it as the API does.
 *
 * @throws ApiError when the entity does not exist, or the change is refused; nothing is stored then.
 */
export function editEntity(world: World, name: string, id: string, change: unknown): string {
  const kind = kindNamed(name)
  const row = rowOf(world, kind, id)
  const checked = parseWith(kind.change, change)
  return orApiError(() => world.write(() => kind.edit(world, row, checked)))
}

/** Creates an entity that the API does not create; throws ApiError when it is refused. */
export function createEntity(world: World, name: string, item: unknown): string {
  const { creation } = kindNamed(name)
  if (creation === undefined) throw editError(`${name} are made by the API, and by /__mock/seed`)
  const checked = parseWith(creation.item, item)
  return orApiError(() => world.write(() => creation.create(world, checked)))
}

/** Deletes an entity that the API does not delete; throws ApiError when there is none. */
export function removeEntity(world: World, name: string, id: string): void {
  const kind = kindNamed(name)
  const { remove } = kind
  if (remove === undefined) throw editError(`${name} are not deleted here`)
  const row = rowOf(world, kind, id)
  world.write(() => remove(world, row))
}

const editError = (reason: string): ApiError => new ApiError('control.edit', { detail: reason })

function kindNamed(name: string): EditableEntity {
  const kind = entityKinds.find((one) => one.name === name)
  if (kind !== undefined) return kind
  const names = entityKinds.map((one) => one.name)
  throw new ApiError('control.kind', { detail: `${name}. Did you mean ${nearest(name, names)}? ${names.join(', ')}` })
}

function rowOf(world: World, { name, find }: EditableEntity, id: string): unknown {
  const row = find === undefined ? rowById(world.db, name, id) : find(world.db, id)
  if (row === undefined) throw new ApiError('control.entity', { detail: `${id} of ${name}` })
  return row
}

function parseWith(schema: z.ZodObject, input: unknown): Record<string, unknown> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const mistakes = mistakesOf(result.error.issues, input, (path) => fieldsAt(schema, path))
  throw editError(new SeedError(mistakes).message)
}

function orApiError(work: () => string): string {
  try {
    return work()
  } catch (error) {
    throw error instanceof EditError ? editError(error.message) : error
  }
}

const jsonSchemaOf = (schema: z.ZodObject): object => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
