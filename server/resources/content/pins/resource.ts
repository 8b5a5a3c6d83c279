import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { noAccess } from '#server/domain/errors/protocol-errors.ts'
import { firstContentId, idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { items } from '#server/resources/catalogs/items/resource.ts'
import { boardSections } from '../board-sections/resource.ts'
import { boards } from '../boards/resource.ts'
import { media } from '../media/resource.ts'

/** The id range of Pins. */
export const pinIdRange = idRange('pin', firstContentId('pin'))

/** The errors for a Pin that the caller cannot see or may not change. */
export const pinErrors = namedErrors({
  'pin.path': { status: 404, code: 50, message: 'Pin not found.', evidence: 'documented', source: 'S523 pins/save' },
  'pin.access': {
    status: 403,
    code: 29,
    message: noAccess,
    evidence: 'documented',
    source: 'S523 pins/save; of changing and deleting a Pin of somebody else it is assumed',
    passes: 'A Pin of the user who calls, or of the owner of the ad account that the call acts for.',
  },
})

/** The Pins resource. */
export const pins: Resource = {
  name: 'pins',
  parents: [users, adAccounts, items, boards, boardSections, media],
  tags: { pins: 'Pins: images and videos with texts and a link. Ads show Pins.' },
  ids: [pinIdRange],
  errors: pinErrors,
  operations: {
    'pins/list': {},
    'boards/list_pins': {},
    'board_sections/list_pins': {},
    'pins/create': {},
    'pins/get': {},
    'pins/update': {},
    'pins/delete': {},
    'pins/save': {},
  },
  routes: async () => (await import('./routes.ts')).pinRoutes,
  rules: async () => (await import('./rules.ts')).allPinRules,
  seed: async () => (await import('./seed.ts')).pinSeed,
  edits: async () => (await import('./admin.ts')).pinKind,
}
