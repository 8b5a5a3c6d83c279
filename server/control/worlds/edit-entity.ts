import { z } from 'zod'
import { rowById } from '#db/rows.ts'
import { type EditableEntity, EditError } from '#server/contracts/editable-entity.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { nearest } from '#server/http/nearest.ts'
import { entityKinds } from '#server/registry/editable-entities.ts'
import { SeedError } from '#server/seeds/errors.ts'
import { mistakesOf } from '#server/seeds/messages.ts'
import { fieldsAt } from '#server/seeds/schema.ts'
import type { World } from '#server/worlds/world.ts'

/** A kind as a person may ask for it: what of it can be changed, and made, as JSON Schema. */
export interface EntityKindSummary {
  readonly kind: string
  readonly change: object
  /** What a new one takes; null where the API or a seed makes them. */
  readonly create: object | null
}

/** Every kind that can be edited. */
export const entityKindSummaries = (): readonly EntityKindSummary[] =>
  entityKinds.map(({ name, change, creation }) => ({
    kind: name,
    change: toldSchema(change),
    create: creation === undefined ? null : toldSchema(creation.item),
  }))

/**
 * Changes one entity past the rules of the API, and gives it as the API answers it.
 *
 * @throws ApiError when there is no such entity, or the change is refused: nothing is stored then.
 */
export function editEntity(world: World, name: string, id: string, change: unknown): string {
  const kind = kindNamed(name)
  const row = rowOf(world, kind, id)
  const checked = checkedBy(kind.change, change)
  return orProblem(() => world.write(() => kind.edit(world, row, checked)))
}

/** Makes an entity that the API does not make; throws a Problem when that is refused. */
export function createEntity(world: World, name: string, item: unknown): string {
  const { creation } = kindNamed(name)
  if (creation === undefined) throw notSo(`${name} are made by the API, and by /__mock/seed`)
  const checked = checkedBy(creation.item, item)
  return orProblem(() => world.write(() => creation.create(world, checked)))
}

/** Deletes an entity that the API does not delete; throws a Problem when there is none. */
export function removeEntity(world: World, name: string, id: string): void {
  const kind = kindNamed(name)
  const { remove } = kind
  if (remove === undefined) throw notSo(`${name} are not deleted here`)
  const row = rowOf(world, kind, id)
  world.write(() => remove(world, row))
}

const notSo = (reason: string): ApiError => new ApiError('control.edit', { detail: reason })

function kindNamed(name: string): EditableEntity {
  const kind = entityKinds.find((one) => one.name === name)
  if (kind !== undefined) return kind
  const names = entityKinds.map((one) => one.name)
  throw new ApiError('control.kind', { detail: `${name}. Did you mean ${nearest(name, names)}? ${names.join(', ')}` })
}

function rowOf(world: World, { name }: EditableEntity, id: string): unknown {
  const row = rowById(world.db, name, id)
  if (row === undefined) throw new ApiError('control.entity', { detail: `${id} of ${name}` })
  return row
}

function checkedBy(schema: z.ZodObject, given: unknown): Record<string, unknown> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const mistakes = mistakesOf(result.error.issues, given, (path) => fieldsAt(schema, path))
  throw notSo(new SeedError(mistakes).message)
}

function orProblem(work: () => string): string {
  try {
    return work()
  } catch (error) {
    throw error instanceof EditError ? notSo(error.message) : error
  }
}

const toldSchema = (schema: z.ZodObject): object => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
