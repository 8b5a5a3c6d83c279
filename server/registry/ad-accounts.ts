// Seeds import resources through the registry alone.
export { knownAdAccount } from '../resources/accounts/ad-accounts/service.ts'
