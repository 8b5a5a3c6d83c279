import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { noAccess } from '#server/domain/errors/protocol-errors.ts'
import { firstContentId, idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'

/** The id range of boards. */
export const boardIdRange = idRange('board', firstContentId('board'))

/** The errors for a board that the caller cannot see or may not change. */
export const boardErrors = namedErrors({
  'board.path': {
    status: 404,
    code: 40,
    message: 'Board not found.',
    evidence: 'observed',
    source: 'LOG23; S523 for the text',
  },
  'board.access': {
    status: 403,
    code: 29,
    message: noAccess,
    evidence: 'observed',
    source:
      'QUOTED of pins/create on a board of somebody else; S523 pins/save; of other changes of such a board it is assumed',
    passes: 'A board of the user who calls, or of the owner of the ad account that the call acts for.',
  },
})

/** The boards resource. */
export const boards: Resource = {
  name: 'boards',
  parents: [users, adAccounts],
  tags: { boards: 'Boards of Pins, and their sections.' },
  ids: [boardIdRange],
  errors: boardErrors,
  operations: {
    'boards/list': {},
    'boards/create': {},
    'boards/get': {},
    'boards/update': {},
    'boards/delete': {},
  },
  routes: async () => (await import('./routes.ts')).boardRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [...rules.boardCreateRules, ...rules.boardUpdateRules, ...rules.boardDeleteRules]
  },
  seed: async () => (await import('./seed.ts')).boardSeed,
}
