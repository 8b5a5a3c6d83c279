import { claim } from '../fixtures/websites.ts'
import type { RuleCase } from './case.ts'

/** Claims of websites. */
export const websiteCases: readonly RuleCase[] = [
  {
    rule: 'user_website.name',
    refused: (mock) => claim(mock, 'not a website'),
    passes: (mock) => claim(mock, 'shop.example.com'),
  },
  {
    rule: 'user_website.name',
    moment: 'when it is absent',
    refused: (mock) => claim(mock),
    passes: (mock) => claim(mock, 'localhost'),
  },
  {
    rule: 'user_website.unreachable',
    refused: (mock) => claim(mock, 'shop.invalid:8080/eu'),
    passes: (mock) => claim(mock, 'shop.invalid.example.com'),
  },
  {
    rule: 'user_website.taken',
    refused: async (mock) => {
      await mock.call('POST', '/__mock/seed', {
        users: [{ alias: 'other', username: 'other_shop' }],
        user_websites: [{ website: 'shop.example.com', owner: 'other' }],
      })
      return claim(mock, 'shop.example.com')
    },
    passes: async (mock) => {
      await mock.call('POST', '/__mock/seed', {
        users: [{ alias: 'closed', username: 'closed_shop' }],
        user_websites: [{ website: 'closed.example.com', owner: 'closed', status: 'failed' }],
      })
      return claim(mock, 'closed.example.com')
    },
  },
]
