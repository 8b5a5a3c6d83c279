import type { IntegrationRow } from './repository.ts'
import type { CommerceIntegration, IntegrationRecord } from './schema.ts'

/** Returns the integration as JSON text without tokens and without empty fields, as commerce integrations are. */
export function commerceText({ json }: IntegrationRow): string {
  const {
    partner_access_token: _,
    partner_refresh_token: __,
    partner_primary_email: ___,
    created_time: created_timestamp,
    updated_time: updated_timestamp,
    ...stored
  } = JSON.parse(json) as IntegrationRecord
  const filled = Object.entries(stored).filter(([, value]) => value !== null)
  const integration = { ...Object.fromEntries(filled), created_timestamp, updated_timestamp }
  return JSON.stringify(integration as CommerceIntegration)
}
