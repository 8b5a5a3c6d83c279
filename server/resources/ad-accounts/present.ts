import type { AdAccount } from './schema.ts'

/** The account as its own creation answers it: without permissions (observed). */
export const createdAdAccountText = (account: AdAccount): string => JSON.stringify({ ...account, permissions: [] })
