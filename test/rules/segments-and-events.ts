import { audienceIn } from '../fixtures/audiences.ts'
import { deletionIn, tryCancel, tryDeletion } from '../fixtures/deletion-requests.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const events = '/advertiser_defined_events'
const done = { name: 'quiz_done', mapped_conversion_type: 'LEAD' }

const segment = async (mock: Mock, audience_ids?: readonly string[]): Promise<Answer> => {
  const { id } = await audienceIn(mock)
  return mock.post('/customer_segments', { name: 'Loyal', audience_ids: audience_ids ?? [id] })
}

const changing =
  (change: (audienceId: string) => object) =>
  async (mock: Mock): Promise<Answer> => {
    const { id, audience_ids } = (await segment(mock)).body
    return mock.patch('/customer_segments', { id, ...change(audience_ids[0]) })
  }

/** Customer segments, advertiser defined events, and requests for deletion. */
export const segmentAndEventCases: readonly RuleCase[] = [
  {
    rule: 'customer_segment.audience_ids.exist',
    refused: (mock) => segment(mock, ['2542600000001']),
    passes: (mock) => segment(mock),
  },
  {
    rule: 'customer_segment.audience_ids.exist',
    moment: 'in an update',
    refused: changing(() => ({ operation_type: 'UPDATE', audience_ids: ['2542600000001'] })),
    passes: changing((id) => ({ operation_type: 'UPDATE', audience_ids: [id] })),
  },
  {
    rule: 'customer_segment.audience_ids.required',
    refused: (mock) => segment(mock, []),
    passes: (mock) => segment(mock),
  },
  {
    rule: 'customer_segment.audience_ids.required',
    moment: 'in an update',
    refused: changing(() => ({ operation_type: 'UPDATE' })),
    passes: changing((id) => ({ operation_type: 'UPDATE', audience_ids: [id] })),
  },
  {
    rule: 'customer_segment.audience_ids.update-only',
    refused: changing((id) => ({ operation_type: 'REMOVE', audience_ids: [id] })),
    passes: changing(() => ({ operation_type: 'REMOVE' })),
  },
  {
    rule: 'advertiser_defined_event.name.unique',
    refused: async (mock) => {
      await mock.post(events, { items: [done] })
      return mock.post(events, { items: [done] })
    },
    passes: (mock) => mock.post(events, { items: [done] }),
  },
  {
    rule: 'advertiser_defined_event.exists',
    refused: (mock) => mock.patch(events, { items: [done] }),
    passes: async (mock) => {
      await mock.post(events, { items: [done] })
      return mock.patch(events, { items: [done] })
    },
  },
  {
    rule: 'conversion_deletion_request.targets.some',
    refused: (mock) => tryDeletion(mock, { epiks: [] }),
    passes: (mock) => tryDeletion(mock, { epiks: ['click-1'] }),
  },
  {
    rule: 'conversion_deletion_request.emails.plain',
    refused: (mock) => tryDeletion(mock, { user_emails: ['a'.repeat(64)] }),
    passes: (mock) => tryDeletion(mock, { user_emails: ['a@example.com'] }),
  },
  {
    rule: 'conversion_deletion_request.cancel.pending',
    refused: async (mock) => {
      const request = await deletionIn(mock)
      mock.clock.advance(72 * 3_600_000)
      return tryCancel(mock, request)
    },
    passes: async (mock) => tryCancel(mock, await deletionIn(mock)),
  },
]
