// Seeds and test control import resources through the registry alone.
export { StoredPast } from '../resources/accounts/delivery-history/schema.ts'
export { StoredChange } from '../resources/accounts/scheduled-changes/schema.ts'
export { forgetAttributions } from '../resources/reporting/delivery/events.ts'
export {
  accountOfAd,
  clearFigures,
  listFigures,
  storeFigures,
} from '../resources/reporting/delivery/figures-repository.ts'
export { DeliveryAccounts, DeliveryFigures, FigureColumns } from '../resources/reporting/delivery/schema.ts'
export { changeDeliverySettings, deliverySettings } from '../resources/reporting/delivery/settings.ts'
