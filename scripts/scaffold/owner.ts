import { type Description, operationsIn } from '#openapi/description.ts'
import { resources } from '#server/registry/resources.ts'
import { bodyOf } from './content.ts'
import { exampleOf } from './examples.ts'
import { folderOf } from './folders.ts'
import { type Names, namesOf, withArticle } from './names.ts'
import { UncoveredError } from './refused.ts'
import type { Importable } from './source.ts'

/** What the entities of a collection belong to, as the files of the resource speak of it. */
export interface OwnerPlan {
  readonly kind: 'ad account' | 'user' | 'entity'
  /** The column with the owner's id, and the table that it refers to. */
  readonly column: string
  readonly table: string
  /** In prose: `the ad account`, and `an ad account`. */
  readonly the: string
  readonly a: string
  /** The owner as a value in `routes.ts`, and its declaration there, where it is none of those that are shared. */
  readonly value: string
  readonly declaration: string
  readonly imports: Importable
  /** The resources that it belongs to, by their variables, and where they are imported from. */
  readonly parents: readonly string[]
  readonly parentImports: Importable
  /** Whether operations take `ad_account_id` in their query. */
  readonly isActor: boolean
  /** The parent of an entity's collection. */
  readonly parent?: ParentPlan
}

/** An entity that others belong to. */
export interface ParentPlan {
  readonly names: Names
  /** Whether it belongs to an ad account itself. */
  readonly isOfAccount: boolean
  /** The path of its collection, and a body that creates one. */
  readonly collection: string
  readonly item: unknown
  readonly isBatch: boolean
}

const accountPath = '/ad_accounts/{ad_account_id}'
const accounts = '#server/resources/accounts/ad-accounts'

/** Returns what a collection's entities belong to, by its path. */
export function ownerOf(description: Description, collection: string, queryNames: readonly string[]): OwnerPlan {
  const isActor = queryNames.includes('ad_account_id')
  const [, above, parameter] = /^(.*)\/{(\w+)}\/[^{}]+$/.exec(collection) ?? []
  if (parameter === undefined) return userOwner(isActor)
  if (parameter === 'ad_account_id') return accountOwner()
  return parentOwner(description, above ?? '', parameter, isActor)
}

const accountOwner = (): OwnerPlan => ({
  kind: 'ad account',
  column: 'ad_account_id',
  table: 'ad_accounts',
  the: 'the ad account',
  a: 'an ad account',
  value: 'adAccountOwner',
  declaration: '',
  imports: { [`${accounts}/owner.ts`]: ['adAccountOwner'] },
  parents: ['adAccounts'],
  parentImports: { [`${accounts}/resource.ts`]: ['adAccounts'] },
  isActor: false,
})

const userOwner = (isActor: boolean): OwnerPlan => ({
  kind: 'user',
  column: 'owner_id',
  table: 'users',
  the: 'the user',
  a: 'a user',
  value: isActor ? 'userOwner' : 'callerOwner',
  declaration: '',
  imports: { [`${accounts}/owner.ts`]: [isActor ? 'userOwner' : 'callerOwner'] },
  parents: ['users', 'adAccounts'],
  parentImports: {
    [`${accounts}/resource.ts`]: ['adAccounts'],
    '#server/resources/accounts/users/resource.ts': ['users'],
  },
  isActor,
})

/** Returns the owner of a collection below the path of an entity, whose resource must be there. */
function parentOwner(description: Description, above: string, parameter: string, isActor: boolean): OwnerPlan {
  const path = `${above}/{${parameter}}`
  const operations = [...operationsIn(description)].map(([id, placed]) => ({ id, ...placed }))
  const own = operations.filter((one) => one.path === path || one.path === above)
  const resource = resources.find(({ operations: known = {} }) => own.some(({ id }) => id in known))
  if (resource === undefined || !resource.ids?.some(({ kind }) => `${kind}_id` === parameter)) {
    throw new UncoveredError(`no resource has what ${path} names: begin with that`)
  }
  const create = own.find((one) => one.method === 'POST' && one.path === above)
  const body = create && bodyOf(description, create)
  if (body === undefined) throw new UncoveredError(`${path} names what no operation creates`)
  const kind = parameter.replace(/_id$/, '')
  const names = namesOf(resource.name, kind)
  const item = exampleOf(description, '', body)
  const module = `#${folderOf(resource.name)}`
  const isOfAccount = path.startsWith(`${accountPath}/`)
  const base = isOfAccount ? accountOwner() : userOwner(isActor)
  return {
    kind: 'entity',
    column: parameter,
    table: resource.name,
    the: `the ${names.one}`,
    a: withArticle(names.one),
    value: names.variable,
    declaration: `const ${names.variable} = entityOwner({
  owner: ${base.value},
  table: ${names.variable}Table,
  path: ${names.type}Path,
  notFound: ${names.variable}Errors['${kind}.path'],
})`,
    imports: {
      '#server/collections/entity-routes.ts': ['entityOwner'],
      ...base.imports,
      [`${module}/repository.ts`]: [`${names.variable}Table`],
      [`${module}/resource.ts`]: [`${names.variable}Errors`],
      [`${module}/schema.ts`]: [`${names.type}Path`],
    },
    parents: [...base.parents, names.variables],
    parentImports: { ...base.parentImports, [`${module}/resource.ts`]: [names.variables] },
    isActor,
    parent: {
      names,
      isOfAccount,
      collection: above,
      item: Array.isArray(item) ? item[0] : item,
      isBatch: Array.isArray(item),
    },
  }
}
