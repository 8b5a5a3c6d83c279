import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of conversion tags. */
export const conversionTagIdRange = idRange('conversion_tag', 2_612_500_000_000n)

/** The error for an unknown id of a conversion tag in a path. */
export const conversionTagErrors = namedErrors({
  'conversion_tag.path': assumedNotFound('Conversion tag not found.'),
})

/** The conversion tags resource. */
export const conversionTags: Resource = {
  name: 'conversion_tags',
  parents: [adAccounts],
  tags: { conversion_tags: 'A conversion tag. On a website it reports visits and purchases.' },
  ids: [conversionTagIdRange],
  errors: conversionTagErrors,
  operations: {
    'conversion_tags/list': {},
    'conversion_tags/create': {},
    'conversion_tags/get': {},
    'page_visit_conversion_tags/get': {},
    'ocpm_eligible_conversion_tags/get': {},
  },
  routes: async () => (await import('./routes.ts')).conversionTagRoutes,
  seed: async () => (await import('./seed.ts')).conversionTagSeed,
  edits: async () => (await import('./admin.ts')).conversionTagKind,
}
