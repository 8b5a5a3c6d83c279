import type { Description, Parameter, Schema } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'
import { answerOf, bodyOf, itemsOf, parametersOf, queryOf } from './content.ts'
import { type Ids, idsOf } from './ids.ts'
import { type Names, namesOf, singularOf } from './names.ts'
import { type NamedOperation, operationsOf, type ResourceOperations, type Selection } from './operations-of.ts'
import { type OwnerPlan, ownerOf } from './owner.ts'
import { UncoveredError } from './refused.ts'
import { type Body, type Shape, shapeOf } from './shape.ts'

/** The fields of an entity that the clock supplies. */
export const moments: readonly string[] = ['created_time', 'updated_time']

/** All that the files of a resource are made from. */
export interface Plan {
  readonly description: Description
  readonly area: string
  readonly names: Names
  readonly owner: OwnerPlan
  readonly operations: ResourceOperations
  readonly entity: Shape
  /** The body of a creation; of an item of a seed, where no operation creates an entity. */
  readonly create: Body
  /** Whether entities come from seeds and test control alone. */
  readonly isReadOnly: boolean
  /** The body of `update` or of `change`, if there is either. */
  readonly update: Body | undefined
  readonly query: readonly Parameter[]
  /** The parameter by which a path names one entity. */
  readonly pathId: Parameter | undefined
  readonly ids: Ids
}

/** Returns the plan of a resource; refuses what no template covers, and says why. */
export function planOf(description: Description, selection: Selection, area: string): Plan {
  const { name: resource } = selection
  const operations = withoutSingleUpdate(description, operationsOf(description, selection))
  const { list, create, update, change, get, delete: removal } = operations.byRole
  const single = get ?? change ?? removal
  const source = get ?? list
  if (source === undefined) throw new UncoveredError(`${resource} has no operation that reads an entity`)
  if (create === undefined && (update ?? change) !== undefined) {
    throw new UncoveredError(`${resource} has operations that change an entity, and none that creates one`)
  }
  const { parameter = 'id' } = operations
  const kind = parameter === 'id' ? singularOf(resource) : parameter.replace(/_id$/, '')
  const entity = entityOf(description, answerOf(description, source))
  const query = list === undefined ? [] : queryOf(description, list)
  const queryNames = queryOf(description, source).map(({ name }) => name)
  const owner = ownerOf(description, operations.collection, queryNames)
  if (list !== undefined) refuseOtherList(description, list, query)
  if (create !== undefined) refuseOtherAnswer(description, create, entity)
  if (update !== undefined && owner.kind !== 'ad account') {
    throw new UncoveredError(`${update.id} changes entities of ${owner.a} by a batch`)
  }
  return {
    description,
    area,
    names: namesOf(resource, kind),
    owner,
    operations,
    entity,
    ids: idsOf(kind, entity.properties.id),
    create: create ? bodyShape(description, bodyOf(description, create)) : seededShape(entity, owner),
    isReadOnly: create === undefined,
    update: (update ?? change) && bodyShape(description, bodyOf(description, update ?? change ?? source)),
    query,
    pathId: single && parametersOf(description, single).find(({ name }) => name === operations.parameter),
  }
}

/** Returns what an item of a seed may have, where no operation creates an entity: what the store does not supply. */
function seededShape({ properties }: Shape, { column }: OwnerPlan): Body {
  // Beside the fields of the entity an item has some of a seed's own.
  const supplied = ['id', column, ...moments, 'alias', 'created', 'owner']
  return {
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !supplied.includes(name))),
    required: [],
  }
}

/** Refuses a list that has no pages: no template covers it. */
function refuseOtherList(description: Description, list: NamedOperation, query: readonly Parameter[]): void {
  const answer = answerOf(description, list)
  const isPage = answer !== undefined && itemsOf(description, answer)?.name === 'items'
  const isPaged = ['page_size', 'bookmark'].every((name) => query.some((parameter) => parameter.name === name))
  if (!isPage || !isPaged) throw new UncoveredError(`${list.id} does not answer pages of items`)
}

/** Refuses a creation of one entity that answers something else: no template covers it. */
function refuseOtherAnswer(description: Description, create: NamedOperation, { properties }: Shape): void {
  const body = bodyOf(description, create)
  const answer = answerOf(description, create)
  const isBatch = body !== undefined && flattened(description, body).items !== undefined
  const answered = answer === undefined ? [] : Object.keys(shapeOf(description, answer).properties)
  if (!isBatch && !answered.every((name) => name in properties)) {
    throw new UncoveredError(`${create.id} does not answer what it creates`)
  }
}

/** Returns the operations without an update on the collection that takes one item: no template covers it. */
function withoutSingleUpdate(description: Description, operations: ResourceOperations): ResourceOperations {
  const { update, ...byRole } = operations.byRole
  const body = update && bodyOf(description, update)
  if (update === undefined || (body && flattened(description, body).items) !== undefined) return operations
  return { ...operations, byRole, others: [...operations.others, update] }
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
