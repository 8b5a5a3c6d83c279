// Seeds and test control import resources through the registry alone.
export { unknownAdAccounts } from '../resources/accounts/ad-accounts/references.ts'
export { listAdAccountIds } from '../resources/accounts/ad-accounts/repository.ts'
export { requireAdAccount } from '../resources/accounts/ad-accounts/service.ts'
