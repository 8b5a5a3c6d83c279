import { definedEventCases } from '#server/target/probe/cases/defined-events.ts'
import { audienceIn } from '../fixtures/audiences.ts'
import { deletionIn, tryCancel, tryDeletion } from '../fixtures/deletion-requests.ts'
import type { Answer, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

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
  ...probed(definedEventCases),
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
