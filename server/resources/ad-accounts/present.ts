import type { PermittedAdAccount } from './repository.ts'
import type { StoredAdAccount } from './schema.ts'

/** The account as its own creation answers it: without permissions (observed). */
export const createdAdAccountText = (account: StoredAdAccount): string =>
  JSON.stringify({ ...account, permissions: [] })

/** The account as JSON text, with what the caller may do with it. */
export const adAccountText = ({ json, permissions }: Pick<PermittedAdAccount, 'json' | 'permissions'>): string =>
  `${json.slice(0, -1)},"permissions":${permissions}}`
