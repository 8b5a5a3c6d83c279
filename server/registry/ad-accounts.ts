// Seeds import resources through the registry alone.
export { requireAdAccount } from '../resources/accounts/ad-accounts/service.ts'
