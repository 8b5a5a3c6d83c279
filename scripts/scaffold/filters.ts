import type { Parameter } from '#openapi/description.ts'
import type { Field } from './fields.ts'
import type { Plan } from './plan.ts'
import { isOrder } from './query-text.ts'

/** What a list can be narrowed to and ordered by, as far as the templates know it. */
export interface Filters {
  readonly hasOrder: boolean
  /** The parameter with ids, and the one with statuses. */
  readonly ids: string | undefined
  readonly statuses: string | undefined
  /** Statuses that are listed where none are named. */
  readonly defaultStatuses: readonly unknown[] | undefined
  /** Parameters that narrow nothing yet. */
  readonly others: readonly string[]
}

/** Parameters that narrow nothing: those of pages, and whom a user acts for. */
const shared = ['page_size', 'bookmark', 'ad_account_id']

/** Returns the filters of a plan's list. */
export function filtersOf({ query, names: { kind } }: Plan, fields: readonly Field[]): Filters {
  const hasStatus = fields.some(({ name, zod }) => name === 'status' && !/nullable|optional/.test(zod))
  const isList = ({ schema }: Parameter): boolean => schema?.items !== undefined
  const statuses = query.find((one) => hasStatus && isList(one) && one.name.endsWith('statuses'))
  const ids = query.find((one) => isList(one) && one.name === `${kind}_ids`)
  const known = [statuses, ids]
  return {
    hasOrder: query.some(isOrder),
    ids: ids?.name,
    statuses: statuses?.name,
    defaultStatuses: statuses?.schema?.default as readonly unknown[] | undefined,
    others: query
      .filter((one) => !known.includes(one) && !isOrder(one) && !shared.includes(one.name))
      .map(({ name }) => name),
  }
}
