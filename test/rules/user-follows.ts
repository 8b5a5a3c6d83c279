import { follow, seedOthers } from '../fixtures/follows.ts'
import type { RuleCase } from './case.ts'

/** Followings of users. */
export const followCases: readonly RuleCase[] = [
  {
    rule: 'user_follow.self',
    refused: (mock) => follow(mock, 'Mock_Advertiser'),
    async passes(mock) {
      await seedOthers(mock)
      return follow(mock, 'other_shop')
    },
  },
]
