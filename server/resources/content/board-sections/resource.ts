import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idOf, idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { boards } from '../boards/resource.ts'

/** The id range of sections of boards. */
export const boardSectionIdRange = idRange('board_section', 5_195_034_900_000_000_000n)

/** The error for an unknown id of a section in a path. */
export const boardSectionErrors = namedErrors({
  'board_section.path': {
    status: 404,
    code: 2031,
    message: "Sorry! We couldn't find this board section.",
    evidence: 'documented',
    source: 'S523 pins/save',
  },
})

/** The resource of sections of boards. */
export const boardSections: Resource = {
  name: 'board_sections',
  parents: [users, adAccounts, boards],
  ids: [boardSectionIdRange],
  examples: { section_id: idOf(boardSectionIdRange, 1) },
  errors: boardSectionErrors,
  operations: {
    'board_sections/list': {},
    'board_sections/create': {},
    'board_sections/update': {},
    'board_sections/delete': {},
  },
  routes: async () => (await import('./routes.ts')).boardSectionRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [...rules.boardSectionCreateRules, ...rules.boardSectionUpdateRules]
  },
  seed: async () => (await import('./seed.ts')).boardSectionSeed,
}
