/** The id of the first of these calls. */
export const firstId = 1_000_000_000_000_001

/** Returns a call of many as test control streams it. */
function callOf(index: number, received: string): object {
  return {
    id: String(firstId + index),
    world: 'default',
    sequence: index + 1,
    time: received,
    received,
    method: index % 3 === 0 ? 'POST' : 'GET',
    url: '/v5/ad_accounts/549755885262/campaigns?page_size=25',
    operation: index % 3 === 0 ? 'campaigns/create' : 'campaigns/list',
    ad_account: '549755885262',
    status: index % 7 === 0 ? 429 : 200,
    duration_ms: 1.25,
    rules: index % 7 === 0 ? ['request.rate-limit'] : [],
    warnings: [],
    faults: [],
    stub: null,
    request: { headers: { 'user-agent': 'node' }, truncated: false },
    answer: { headers: { 'content-type': 'application/json' }, truncated: false, lost: false },
  }
}

/** Returns the event of a call of many. */
export const eventOf = (index: number, received = '2026-01-05T10:00:00.000Z'): string =>
  `id: ${index + 1}\nevent: call\ndata: ${JSON.stringify(callOf(index, received))}\n\n`

/** Returns the events of many calls. */
export const streamOf = (count: number): string => Array.from({ length: count }, (_, index) => eventOf(index)).join('')
