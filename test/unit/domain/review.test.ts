import t from 'tap'
import { adSummaryStatus, type Reviewed, rejectionLabel, reviewState } from '#server/domain/ads/review.ts'
import { stateAt } from '#server/domain/time/lifecycle.ts'

const reviewAt = (reviewed: Reviewed, now: number) =>
  reviewState(reviewed, (lifecycle, start) => stateAt(lifecycle, start, now))

t.test('a review is pending for an hour, then ends in what it finds', async (t) => {
  const clean = { submitted_at: 1000, rejected_reasons: [] }
  const bad = { submitted_at: 1000, rejected_reasons: ['NUDITY'] as const }
  t.equal(reviewAt(clean, 1000), 'PENDING')
  t.equal(reviewAt(clean, 4599), 'PENDING')
  t.equal(reviewAt(clean, 4600), 'APPROVED')
  t.equal(reviewAt(bad, 4599), 'PENDING')
  t.equal(reviewAt(bad, 4600), 'REJECTED')
})

t.test('a clock that is set back before the review leaves it pending', async (t) => {
  t.equal(reviewAt({ submitted_at: 1000, rejected_reasons: [] }, 0), 'PENDING')
})

t.test('what is not submitted is pending for ever', async (t) => {
  t.equal(reviewAt({ submitted_at: null, rejected_reasons: [] }, 10_000_000), 'PENDING')
})

t.test(
  'a status or an account that holds an ad back outranks its review, and a review a parent that runs',
  async (t) => {
    const viewpoint = { now: 0, billingDisabled: false }
    const of = (...statuses: ('ACTIVE' | 'PAUSED' | 'ARCHIVED' | 'DRAFT')[]) =>
      adSummaryStatus(
        statuses.map((status) => ({ status })),
        'REJECTED',
        viewpoint,
      )
    t.equal(of('ACTIVE', 'ACTIVE', 'ACTIVE'), 'REJECTED')
    t.equal(of('ACTIVE', 'PAUSED', 'ACTIVE'), 'PAUSED')
    t.equal(of('PAUSED', 'ACTIVE', 'DRAFT'), 'DRAFT')
    t.equal(of('ARCHIVED', 'ACTIVE', 'DRAFT'), 'ARCHIVED')
    t.equal(
      adSummaryStatus([{ status: 'PAUSED' }], 'APPROVED', { ...viewpoint, billingDisabled: true }),
      'ADVERTISER_DISABLED',
    )
  },
)

t.test('a reason is put into words', async (t) => {
  t.equal(rejectionLabel('LANDING_PAGE_BROKEN'), 'Landing page broken')
})
