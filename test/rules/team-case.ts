import { teamIn } from '../fixtures/businesses.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

/** A call in a world that has the team, with the id of the partner's ad account. */
export type TeamCall = (mock: Mock, theirs: string) => Promise<Answer>

const inTeam =
  (call: TeamCall) =>
  async (mock: Mock): Promise<Answer> =>
    call(mock, await teamIn(mock))

/** A case whose calls are both made in a world that has the team. */
export const teamCase = (rule: string, refused: TeamCall, passes: TeamCall, moment?: string): RuleCase => ({
  rule,
  ...(moment && { moment }),
  refused: inTeam(refused),
  passes: inTeam(passes),
})
