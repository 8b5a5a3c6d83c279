import type { ApiDescription, Operation } from './openapi.ts'

/** What the API does with one kind of entity. */
export interface KindOperations {
  readonly list: Operation | undefined
  readonly get: Operation | undefined
  readonly create: Operation | undefined
  readonly update: Operation | undefined
}

/** Operations whose path has another name than the kind of entity. */
const others: Readonly<Record<string, Partial<Record<keyof KindOperations, string>>>> = {
  asset_groups: { create: 'asset_group/create', update: 'asset_group/update' },
  board_sections: { create: 'board_sections/create', update: 'board_sections/update' },
  bulk_requests: { create: 'bulk_download/create', get: 'bulk_request/get' },
  business_invites: { create: 'create_membership_or_partnership_invites' },
  campaign_ad_previews: { create: 'campaign_ad_preview/create' },
  customer_list_uploads: { create: 'customer_list_uploads/create' },
  integrations: { create: 'integrations_commerce/post' },
  item_batches: { create: 'items_batch/post' },
  lead_subscriptions: { create: 'ad_accounts_subscriptions/post' },
  catalog_reports: { create: 'reports/create' },
  reports: { create: 'analytics/create_report' },
  user_websites: { create: 'verify_website/update' },
}

/** Returns the operations of a kind: those of its path in the API, and those that are known by another name. */
export function operationsOf({ operations }: ApiDescription, kind: string): KindOperations {
  const named = (name: keyof KindOperations): Operation | undefined =>
    operations.find(({ id }) => id === others[kind]?.[name])
  const at = (method: string, isOne: boolean): Operation | undefined =>
    operations
      .filter((operation) => operation.method === method && isAt(operation, kind, isOne))
      .sort((one, other) => one.path.length - other.path.length)[0]
  return {
    list: named('list') ?? at('GET', false),
    get: named('get') ?? at('GET', true),
    create: named('create') ?? withBody(at('POST', false)),
    update: named('update') ?? withBody(at('PATCH', true) ?? at('PATCH', false)),
  }
}

const withBody = (operation: Operation | undefined): Operation | undefined =>
  operation?.body === undefined ? undefined : operation

const isParameter = (segment: string | undefined): boolean => segment?.startsWith('{') === true

/** Tells whether a path is that of a kind's list, or that of one of its entities, below nothing but an ad account. */
function isAt({ path }: Operation, kind: string, isOne: boolean): boolean {
  const segments = path.split('/').slice(1)
  if (isOne && !isParameter(segments.pop())) return false
  if (segments.pop() !== kind) return false
  return segments.every((segment) => segment === '{ad_account_id}' || (!isParameter(segment) && known.has(segment)))
}

/** Segments above the lists of kinds; below others, the same names mean something else. */
const known = new Set(['ad_accounts', 'catalogs', 'business_access'])

/** Returns the path of an operation with the values of its path's fields. */
export const filledPath = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined || value === '' ? whole : encodeURIComponent(value)
  })
