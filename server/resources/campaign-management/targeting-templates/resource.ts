import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of targeting templates. */
export const targetingTemplateIdRange = idRange('targeting_template', 5_841_100_000_000n)

/** The error for an unknown id of a targeting template. */
export const targetingTemplateErrors = namedErrors({
  'targeting_template.id': assumedNotFound('Targeting template not found.'),
})

/** The targeting templates resource. */
export const targetingTemplates: Resource = {
  name: 'targeting_templates',
  parents: [adAccounts],
  tags: { targeting_template: 'Targeting templates: named targeting.' },
  ids: [targetingTemplateIdRange],
  errors: targetingTemplateErrors,
  operations: {
    'targeting_template/list': {},
    'targeting_template/create': {},
    'targeting_template/update': {},
  },
  routes: async () => (await import('./routes.ts')).targetingTemplateRoutes,
  rules: async () => (await import('./rules.ts')).targetingTemplateRules,
  seed: async () => (await import('./seed.ts')).targetingTemplateSeed,
  edits: async () => (await import('./admin.ts')).targetingTemplateKind,
}
