// What plugins learn of a caller from resources: the permissions on an ad account, and what a token stands for.
export { permissionsOf } from '../resources/accounts/ad-accounts/service.ts'
export { tokenFinder } from '../resources/accounts/oauth/service.ts'
