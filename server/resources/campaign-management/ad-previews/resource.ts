import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { boardSections } from '#server/resources/content/board-sections/resource.ts'
import { boards } from '#server/resources/content/boards/resource.ts'
import { media } from '#server/resources/content/media/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'

/** The resource of previews of ads. */
export const adPreviews: Resource = {
  name: 'ad_previews',
  parents: [adAccounts, boards, boardSections, media, pins],
  operations: {
    'ad_previews/create': {},
  },
  routes: async () => (await import('./routes.ts')).adPreviewRoutes,
  rules: async () => (await import('./rules.ts')).adPreviewRules,
}
