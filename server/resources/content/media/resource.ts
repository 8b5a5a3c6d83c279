import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of videos. */
export const mediaIdRange = idRange('media', 5_212_123_900_000_000_000n)

/** The error for an unknown id of a video in a path. */
export const mediaErrors = namedErrors({
  'media.path': assumedNotFound('Media not found.'),
})

/** The media resource: registered videos. */
export const media: Resource = {
  name: 'media',
  parents: [adAccounts],
  tags: { media: 'Videos for Pins.' },
  ids: [mediaIdRange],
  errors: mediaErrors,
  operations: {
    'media/list': {},
    'media/create': {},
    'media/get': {},
  },
  states: ['registered', 'processing', 'succeeded or failed'],
  routes: async () => (await import('./routes.ts')).mediaRoutes,
  seed: async () => (await import('./seed.ts')).mediaSeed,
  edits: async () => (await import('./admin.ts')).mediaKind,
}
