import type { Json } from '#test/support/mock.ts'
import type { AnsweredCall, Change, ChangedAnswer, Deliberate } from './difference.ts'

const itemsOf = ({ body }: ChangedAnswer): readonly Json[] => (Array.isArray(body?.items) ? body.items : [])
const isCall = (call: AnsweredCall, method: string, end: string): boolean =>
  call.method === method && call.path.endsWith(end)

/** What differs in answers: fields, types, statuses, headers, limits, values and order. */
export const differentAnswers: readonly Deliberate[] = [
  {
    what: 'another limit of a figure',
    alter: (call, answer) => {
      if (!isCall(call, 'POST', '/campaigns') || !/"daily_spend_cap":1000000\b/.test(call.text)) return
      if (itemsOf(answer).some(({ exceptions }) => exceptions?.length > 0)) return
      answer.body = { items: [{ exceptions: [{ code: 2277, message: 'A budget is at least 2000000.' }] }] }
    },
    probe: ['campaign.budget.minimum passes outcome', 'campaign.budget.required passes outcome'],
  },
  {
    what: 'a field that is missing after a creation',
    alter: (call, answer) => {
      if (isCall(call, 'POST', '/campaigns')) for (const { data } of itemsOf(answer)) delete data?.tracking_urls
    },
    probe: ['campaigns/create missing items[].data.tracking_urls'],
    compare: ['campaigns/create field-missing items[].data.tracking_urls'],
  },
  {
    what: 'a field that is new after a change',
    alter: (call, answer) => {
      if (!isCall(call, 'PATCH', '/campaigns')) return
      for (const { data } of itemsOf(answer)) if (data?.id) data.is_new = true
    },
    probe: ['campaigns/update added items[].data.is_new'],
    compare: ['campaigns/update field-added items[].data.is_new'],
  },
  {
    what: 'another type',
    alter: (call, answer) => {
      if (!isCall(call, 'POST', '/ad_groups')) return
      for (const { data } of itemsOf(answer)) if (data?.created_time) data.created_time = String(data.created_time)
    },
    probe: ['ad_groups/create type items[].data.created_time'],
    compare: ['ad_groups/create type items[].data.created_time'],
  },
  {
    what: 'a field that is missing in a list',
    alter: (call, answer) => {
      if (isCall(call, 'GET', '/campaigns')) for (const item of itemsOf(answer)) delete item.is_top_of_search
    },
    compare: ['campaigns/list field-missing items[].is_top_of_search'],
  },
  {
    what: 'another status of one entity',
    alter: (call, answer) => {
      if (call.method === 'GET' && /\/campaigns\/\d+$/.test(call.path)) answer.status = 403
    },
    compare: ['campaigns/get status'],
  },
  {
    what: 'another text of a refused parameter',
    alter: (call, { body }) => {
      if (isCall(call, 'GET', '/campaigns') && body?.code === 1) body.message = 'Pages have items.'
    },
    compare: ['campaigns/list message'],
  },
  {
    what: 'another rate limit',
    alter: (call, { headers }) => {
      if (isCall(call, 'GET', '/audiences')) headers['x-ratelimit-limit'] = '7'
    },
    compare: ['audiences/list header x-ratelimit-limit'],
  },
  {
    what: 'a header that is missing',
    alter: (call, { headers }) => {
      if (isCall(call, 'GET', '/customer_lists')) headers['x-pinterest-rid'] = ''
    },
    compare: ['customer_lists/list header x-pinterest-rid'],
  },
  {
    what: 'another content type',
    alter: (call, { headers }) => {
      if (isCall(call, 'GET', '/labels')) headers['content-type'] = 'text/plain'
    },
    compare: ['labels/list header content-type'],
  },
  {
    what: 'another default',
    alter: (call, answer) => {
      if (!isCall(call, 'POST', '/campaigns') || call.text.includes('"status"')) return
      for (const { data } of itemsOf(answer)) if (data?.status) data.status = 'PAUSED'
    },
    compare: ['campaigns/create value items[].data.status'],
  },
  {
    what: 'another order',
    alter: (call, answer) => {
      if (isCall(call, 'GET', '/ad_groups') && answer.body.items) answer.body.items = itemsOf(answer).toReversed()
    },
    compare: ['ad_groups/list order items[]'],
  },
]

const once =
  (end: string, change: Change): Change =>
  (call, answer) =>
    isCall(call, 'GET', end) && call.earlier === 0 ? change(call, answer) : undefined

/** Where the service stumbles, and answers when it is called again. */
export const stumbles: readonly Deliberate[] = [
  {
    what: 'a 429 in the middle',
    alter: once('/targeting_templates', (_, answer) => {
      answer.status = 429
      answer.headers['retry-after'] = '0'
      answer.body = { code: 8, message: 'Slow down' }
    }),
    compare: ['targeting_template/list repeated: refused with 429'],
  },
  {
    what: 'a 500 once',
    alter: once('/boards', (_, answer) => {
      answer.status = 500
      answer.body = { code: 0, message: 'Oops' }
    }),
    compare: ['boards/list repeated: answered 500'],
  },
  {
    what: 'a connection that ends',
    alter: once('/keywords', () => 'end'),
    compare: ['keywords/get repeated: ended'],
  },
]
