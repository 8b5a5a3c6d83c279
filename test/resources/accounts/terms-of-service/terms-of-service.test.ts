import t from 'tap'
import { mock } from '#test/support/mock.ts'

t.test('the terms of service are accepted, and their text is told when asked for', async (t) => {
  const { get, account } = await mock(t)
  const terms = { id: '2650449554526', ad_account_id: account, has_accepted: true, html: null }
  t.strictSame((await get('/terms_of_service')).body, terms)
  t.strictSame((await get('/terms_of_service?include_html=False&tos_type=ADS')).body, terms)
  t.match((await get('/terms_of_service?include_html=True')).body, { ...terms, html: /^<h1>/ })
})

t.test('the terms of service of an unknown ad account, or with html perhaps, are refused', async (t) => {
  const { call, get } = await mock(t)
  t.equal((await call('GET', '/v5/ad_accounts/1/terms_of_service')).status, 403)
  t.equal((await get('/terms_of_service?include_html=perhaps')).status, 400)
})
