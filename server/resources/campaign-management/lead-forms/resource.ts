import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of lead forms. */
export const leadFormIdRange = idRange('lead_form', 7_765_300_000_000n)

const documented = {
  status: 404,
  code: 4842,
  evidence: 'documented',
  passes: 'The id of a lead form of this ad account.',
} as const

/** The errors for an unknown id of a lead form in a path. */
export const leadFormErrors = namedErrors({
  'lead_form.path': { ...documented, message: 'Lead form is not found.', source: 'S523 lead_form/get' },
  'lead_form.test-path': { ...documented, message: 'Lead not found.', source: 'S523 lead_form_test/create' },
})

/** The lead forms resource. */
export const leadForms: Resource = {
  name: 'lead_forms',
  parents: [adAccounts],
  tags: { lead_forms: 'Lead forms: questions that people answer in an ad. Closed beta on Pinterest.' },
  ids: [leadFormIdRange],
  errors: leadFormErrors,
  operations: {
    'lead_forms/list': {},
    'lead_forms/create': { maxItems: 30 },
    'lead_forms/update': { maxItems: 30 },
    'lead_form/get': {},
  },
  routes: async () => (await import('./routes.ts')).leadFormRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [...rules.leadFormAccessRules, rules.leadFormExists, ...rules.leadFormRules]
  },
  seed: async () => (await import('./seed.ts')).leadFormSeed,
  edits: async () => (await import('./admin.ts')).leadFormKind,
}
