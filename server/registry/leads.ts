// Seeds and test control import resources through the registry alone.
export { leadFormOfId } from '../resources/campaign-management/lead-forms/repository.ts'
export { deliveriesOf } from '../resources/campaign-management/leads/deliveries.ts'
export { LeadDelivery } from '../resources/campaign-management/leads/delivery.ts'
export { type LeadRow, leadOfId, listLeads } from '../resources/campaign-management/leads/repository.ts'
export { Lead } from '../resources/campaign-management/leads/schema.ts'
export { createLead, leadOf } from '../resources/campaign-management/leads/service.ts'
