import { type Description, operationsIn, type PlacedOperation } from '#openapi/description.ts'
import { singularOf } from './names.ts'
import { ScaffoldError, UncoveredError } from './refused.ts'

/** What an operation does with the entities of its resource. */
export type Role = 'list' | 'create' | 'update' | 'get' | 'change' | 'delete'

/** An operation by its id, where it stands in the description. */
export interface NamedOperation extends PlacedOperation {
  readonly id: string
}

/** The operations of one resource. */
export interface ResourceOperations {
  /** The path of its collection: `/ad_accounts/{ad_account_id}/lead_forms`. */
  readonly collection: string
  /** The parameter in the paths of single entities. */
  readonly parameter: string | undefined
  readonly byRole: Readonly<Partial<Record<Role, NamedOperation>>>
  /** Those that do something else, which no template covers. */
  readonly others: readonly NamedOperation[]
}

/** `update` changes by a batch on the collection, `change` one entity at its own path. */
const roles: Readonly<Record<string, Role>> = {
  'GET collection': 'list',
  'POST collection': 'create',
  'PATCH collection': 'update',
  'GET item': 'get',
  'PATCH item': 'change',
  'PUT item': 'change',
  'DELETE item': 'delete',
}

/** The operations that a resource is to have. */
export interface Selection {
  /** The name of the resource. */
  readonly name: string
  /** The ids of its operations; those that begin with its name, or with its singular, when absent. */
  readonly ids?: readonly string[] | undefined
}

/** Returns the operations of a selection; refuses ids that the description does not have. */
export function operationsNamed(description: Description, { name, ids }: Selection): readonly NamedOperation[] {
  const all = operationsIn(description)
  const names = [name, singularOf(name)]
  const found = ids ?? [...all.keys()].filter((id) => names.includes(id.split('/')[0] ?? ''))
  if (found.length === 0) throw new ScaffoldError(`The description has no operations named ${names.join('/ or ')}/`)
  return found.map((id) => {
    const placed = all.get(id)
    if (placed === undefined) throw new ScaffoldError(`The description has no operation ${id}`)
    return { id, ...placed }
  })
}

/** Returns what the operations of a resource do, as far as templates know it. */
export function operationsOf(description: Description, selection: Selection): ResourceOperations {
  const found = operationsNamed(description, selection)
  const paths = found.map(({ path }) => path).toSorted((one, other) => one.length - other.length)
  const collection = paths.find((path) => !path.endsWith('}'))
  if (collection === undefined) throw new UncoveredError(`${selection.name} has no collection`)
  const item = found.map(({ path }) => path).find((path) => itemOf(collection, path) !== undefined)
  const byRole: Partial<Record<Role, NamedOperation>> = {}
  const others: NamedOperation[] = []
  for (const operation of found) {
    const place: string = operation.path === collection ? 'collection' : operation.path === item ? 'item' : 'elsewhere'
    const role = roles[`${operation.method} ${place}`]
    if (role === undefined || byRole[role] !== undefined) others.push(operation)
    else byRole[role] = operation
  }
  return { collection, parameter: item && itemOf(collection, item), byRole, others }
}

/** Returns the parameter by which a path names one entity of the collection. */
const itemOf = (collection: string, path: string): string | undefined =>
  path.startsWith(`${collection}/`) ? /^{(\w+)}$/.exec(path.slice(collection.length + 1))?.[1] : undefined
