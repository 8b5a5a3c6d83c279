import { callApi } from '../../api/call-api.ts'
import { idOf } from '../../state/kinds.ts'
import type { Row } from '../../state/world-export.ts'

/** Entities by kind and id. */
export type Listed = ReadonlyMap<string, { readonly kind: string; readonly row: Row }>

/** Lists whose entities have states that follow from the clock. */
const ofAccounts = [
  'campaigns',
  'ad_groups',
  'ads',
  'audiences',
  'customer_lists',
  'promotions',
  'order_lines',
  'conversion_deletion_requests',
]
const ofUsers = ['media', 'catalogs/feeds']

/** How many entities of each list are read, and how many ad accounts. */
export const mostEntities = 250
/** How many ad accounts are read. */
export const mostAccounts = 10

/** Reads what the lists of the API answer in a world, the first page of each. */
export async function readList(world: string): Promise<Listed> {
  const read = async (path: string): Promise<readonly Row[]> => {
    const { status, body } = await callApi(world, path, { query: { page_size: mostEntities } })
    return status === 200 ? ((body as { items?: readonly Row[] }).items ?? []) : []
  }
  const accounts = (await read('/ad_accounts')).slice(0, mostAccounts)
  const paths = [
    ...accounts.flatMap(({ id }) => ofAccounts.map((kind) => `/ad_accounts/${id}/${kind}`)),
    ...ofUsers.map((path) => `/${path}`),
  ]
  const listed = new Map<string, { kind: string; row: Row }>()
  for (const path of paths) {
    const kind = path.slice(path.lastIndexOf('/') + 1)
    for (const row of await read(path)) listed.set(`${kind} ${idOf(row)}`, { kind, row })
  }
  return listed
}
