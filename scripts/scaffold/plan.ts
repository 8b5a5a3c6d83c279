import type { Description, Parameter, Schema } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'
import { answerOf, bodyOf, itemsOf, parametersOf, queryOf } from './content.ts'
import { type Ids, idsOf } from './ids.ts'
import { type Names, namesOf, singularOf } from './names.ts'
import { operationsOf, type ResourceOperations } from './operations-of.ts'
import { UncoveredError } from './refused.ts'

/** The properties of an object, by their names, and which of them must be there. */
export interface Shape {
  readonly properties: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
}

/** The body of an operation: one item, or a batch of them as a bare array. */
export interface Body extends Shape {
  readonly batch?: { readonly min: number | undefined; readonly max: number | undefined }
}

/** All that the files of a resource are made from. */
export interface Plan {
  readonly description: Description
  readonly area: string
  readonly names: Names
  readonly operations: ResourceOperations
  readonly entity: Shape
  readonly create: Body
  /** The body of `update` or of `change`, if there is either. */
  readonly update: Body | undefined
  readonly query: readonly Parameter[]
  /** The parameter by which a path names one entity. */
  readonly pathId: Parameter | undefined
  readonly ids: Ids
}

const accountPath = '/ad_accounts/{ad_account_id}/'

/** Returns the plan of a resource; refuses what no template covers, and says why. */
export function planOf(description: Description, resource: string, area: string): Plan {
  const operations = withoutSingleUpdate(description, operationsOf(description, resource))
  const { list, create, update, change, get, delete: removal } = operations.byRole
  const single = get ?? change ?? removal
  const within = operations.collection.slice(accountPath.length)
  if (!operations.collection.startsWith(accountPath) || within.includes('/')) {
    throw new UncoveredError(`${operations.collection} is no collection of an ad account`)
  }
  const source = get ?? list
  if (create === undefined || source === undefined) {
    throw new UncoveredError(`${resource} has no operation that creates an entity, or none that reads it`)
  }
  const kind = operations.parameter?.replace(/_id$/, '') ?? singularOf(resource)
  const entity = entityOf(description, answerOf(description, source))
  return {
    description,
    area,
    names: namesOf(resource, kind),
    operations,
    entity,
    ids: idsOf(kind, entity.properties.id),
    create: bodyShape(description, bodyOf(description, create)),
    update: (update ?? change) && bodyShape(description, bodyOf(description, update ?? change ?? create)),
    query: list === undefined ? [] : queryOf(description, list),
    pathId: single && parametersOf(description, single).find(({ name }) => name === operations.parameter),
  }
}

/** Returns the operations without an update on the collection that takes one item: no template covers it. */
function withoutSingleUpdate(description: Description, operations: ResourceOperations): ResourceOperations {
  const { update, ...byRole } = operations.byRole
  const body = update && bodyOf(description, update)
  if (update === undefined || (body && flattened(description, body).items) !== undefined) return operations
  return { ...operations, byRole, others: [...operations.others, update] }
}

const shapeOf = (description: Description, schema: Schema): Shape => {
  const { properties = {}, required = [] } = flattened(description, schema)
  return { properties, required }
}

function entityOf(description: Description, answer: Schema | undefined): Shape {
  if (answer === undefined) throw new UncoveredError('The operation that reads an entity answers no JSON')
  const shape = shapeOf(description, answer)
  const entity = 'id' in shape.properties ? answer : itemsOf(description, answer)?.items
  const found = entity && shapeOf(description, entity)
  if (found?.properties.id === undefined) throw new UncoveredError('What is read has no id')
  return found
}

function bodyShape(description: Description, body: Schema | undefined): Body {
  if (body === undefined) throw new UncoveredError('An operation that creates or changes an entity takes no JSON')
  const { items, minItems, maxItems } = flattened(description, body)
  if (items === undefined) return shapeOf(description, body)
  return { ...shapeOf(description, items), batch: { min: minItems, max: maxItems } }
}
