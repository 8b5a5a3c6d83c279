// What seeds need to know of a resource: they reach resources by the registry alone.
export { knownAdAccount } from '../resources/accounts/ad-accounts/service.ts'
