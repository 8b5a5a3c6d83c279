import t from 'tap'
import { offerIn, redeeming } from '#test/fixtures/billing.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('an offer is checked, redeemed once, and then a discount', async (t) => {
  const world = await mock(t)
  const hash = await offerIn(world, 'AUTUMN', { title: 'Autumn', amount_in_micro_currency: 5_000_000 })
  const done = { success: true, errorCode: null, errorMessage: null }
  t.strictSame((await redeeming(world, hash, true)).body, done)
  t.strictSame((await world.get('/ads_credit/discounts')).body.items, [])
  t.strictSame((await redeeming(world, hash)).body, done)
  t.strictSame((await world.get('/ads_credit/discounts')).body, {
    items: [
      {
        active: true,
        discountCurrency: 'USD',
        discountInMicroCurrency: 5_000_000,
        discountType: 'MARKETING_OFFER_CREDIT',
        remainingDiscountInMicroCurrency: 5_000_000,
        title: 'Autumn',
        advertiser_id: world.account,
      },
    ],
    bookmark: null,
  })
  t.match(await redeeming(world, hash), {
    status: 200,
    body: { success: false, errorCode: 2324, errorMessage: 'The offer has already been redeemed by this advertiser' },
  })
})

t.test('a code of no offer is a 400 with the documented code', async (t) => {
  const refusal = { status: 400, body: { code: 15, message: 'Unable to redeem offer code. Try again later.' } }
  t.match(await redeeming(await mock(t), 'abc'), refusal)
})

t.test('billing profiles are listed, the active ones or all', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const all = (await world.get('/billing_profiles?is_active=false')).body.items
  t.equal(all.length, 2)
  t.match(all[0], { advertiser_id: world.account, billing_type: 'CREDIT_CARD', card_type: 'VISA', status: 'VALID' })
  t.strictSame((await world.get('/billing_profiles?is_active=true')).body.items, [all[0]])
  await world.call('PATCH', `/__mock/entities/billing_profiles/${all[1].id}`, { status: 'SECONDARY' })
  t.equal((await world.get('/billing_profiles?is_active=true')).body.items.length, 2)
  t.equal((await world.get('/billing_profiles')).status, 400)
})

t.test('invoices are filtered, sorted and paged', async (t) => {
  const world = await mock(t)
  for (const [invoice_due_date, amount_billed_micro_currency, more] of [
    ['2026-03-01', 30, {}],
    ['2026-01-01', 20, { status: 'CLOSED' }],
    ['2026-02-01', 10, { document_type: 'CREDIT_MEMO' }],
  ] as const) {
    const invoice = { ad_account_id: world.account, invoice_due_date, amount_billed_micro_currency, ...more }
    t.equal((await world.call('POST', '/__mock/entities/billing_invoices', invoice)).status, 200)
  }
  const months = async (query: string) =>
    (await world.get(`/billing_invoices?${query}`)).body.items.map((one: Json) =>
      Number(one.invoice_due_date.slice(5, 7)),
    )
  t.strictSame(await months(''), [1, 2, 3])
  t.strictSame(await months('order=DESCENDING'), [3, 2, 1])
  t.strictSame(await months('sort=TOTAL_AMOUNT'), [2, 1, 3])
  t.strictSame(await months('sort=INVOICE_NUMBER'), [3, 1, 2])
  t.strictSame(await months('sort=DOCUMENT_TYPE'), [2, 3, 1])
  t.strictSame(await months('status=OPEN'), [2, 3])
  t.strictSame(await months('document_type=CREDIT_MEMO'), [2])
  t.strictSame(await months('start_due_date=2026-02-01&end_due_date=2026-02-28'), [2])
  const { bookmark } = (await world.get('/billing_invoices?page_size=2')).body
  t.strictSame(await months(`page_size=2&bookmark=${bookmark}`), [3])
})

t.test('the URL of an invoice leads to it for five minutes', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [invoice] = (await world.get('/billing_invoices')).body.items
  const { body } = await world.get(`/billing_invoice/${invoice.id}/download`)
  t.equal(body.id, invoice.id)
  const { pathname, search } = new URL(body.download_url)
  const file = await world.call('GET', pathname + search, undefined, { authorization: '' })
  t.match(file, { status: 200, body: new RegExp(`^id: ${invoice.id}\n`) })
  world.clock.advance(300_000)
  t.equal((await world.call('GET', pathname + search)).status, 403)
  t.match(await world.get('/billing_invoice/1/download'), { status: 400, body: { code: 400 } })
})
