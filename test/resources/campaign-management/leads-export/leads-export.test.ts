import t from 'tap'
import { clicks, tryAd } from '#test/fixtures/ads.ts'
import { choice, leadFormIn } from '#test/fixtures/lead-forms.ts'
import { makeLead } from '#test/fixtures/leads.ts'
import { fetchFile } from '#test/fixtures/reports.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const days = { start_date: '2026-05-20', end_date: '2026-06-01' }

async function adWithForm(world: Mock, more: object = {}): Promise<Json> {
  const { id: lead_form_id } = await leadFormIn(world, more)
  return (await tryAd(world, clicks(world), { lead_form_id })).body.items[0].data
}

/** The file of an export that is finished. */
async function fileOf(world: Mock, id: string): Promise<string> {
  return (await fetchFile(world, (await world.get(`/leads_export/${id}`)).body.download_url)).body
}

t.test('an export is finished after ten seconds, and its file has the leads of the ad', async (t) => {
  const world = await mock(t)
  const { id: ad_id, lead_form_id } = await adWithForm(world, { questions: [{ question_type: 'EMAIL' }, choice] })
  const lead = await makeLead(world, { ad_id, answers: ['a,b@example.com', 'Cat'] })
  await makeLead(world, { lead_form_id })
  const { status, body } = await world.post('/leads_export', { ad_id, ...days })
  t.equal(status, 200)
  const { leads_export_id: id } = body
  t.strictSame((await world.get(`/leads_export/${id}`)).body, { export_status: 'IN_PROGRESS', download_url: null })
  world.clock.advance(10_000)
  t.match((await world.get(`/leads_export/${id}`)).body, { export_status: 'FINISHED', download_url: /^http/ })
  t.equal(
    await fileOf(world, id),
    `lead_id,created_time,ad_account_id,ad_id,lead_form_id,EMAIL,Which animal?\n${[
      lead.id,
      '2026-06-01T12:00:00Z',
      world.account,
      ad_id,
      lead_form_id,
      '"a,b@example.com"',
      'Cat',
    ].join(',')}\n`,
  )
})

t.test('the file has the leads of the days, both included, and none that are older than thirty days', async (t) => {
  const world = await mock(t)
  const { id: ad_id } = await adWithForm(world)
  for (const day of ['2026-04-30', '2026-05-19', '2026-05-20', '2026-05-22', '2026-05-23']) {
    await makeLead(world, { ad_id, answers: [day], created_time: `${day}T23:59:59Z` })
  }
  const rows = async (dates: object): Promise<readonly string[]> => {
    const { leads_export_id: id } = (await world.post('/leads_export', { ad_id, ...dates })).body
    world.clock.advance(10_000)
    return (await fileOf(world, id))
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').at(-1) ?? '')
  }
  t.strictSame(await rows({ start_date: '2026-05-20', end_date: '2026-05-22' }), ['2026-05-20', '2026-05-22'])
  t.equal((await rows({ start_date: '2026-01-01', end_date: '2026-12-31' })).length, 4)
})

t.test('a URL is valid for five minutes, and for its file alone', async (t) => {
  const world = await mock(t)
  const { id: ad_id } = await adWithForm(world)
  const { leads_export_id: id } = (await world.post('/leads_export', { ad_id, ...days })).body
  world.clock.advance(10_000)
  const { pathname, search } = new URL((await world.get(`/leads_export/${id}`)).body.download_url)
  t.equal((await world.call('GET', pathname + search)).status, 200)
  t.equal((await world.call('GET', pathname)).status, 403)
  t.equal((await world.call('GET', `${pathname.replace(id, '1')}${search}`)).status, 404)
  t.equal((await world.call('GET', `${pathname}${search}0`)).status, 403)
  world.clock.advance(300_000)
  t.match(await world.call('GET', pathname + search), { status: 403, body: /Request has expired/ })
})

t.test('an export of another ad account, or none, is a 404 with the documented code', async (t) => {
  const world = await mock(t)
  const { id: ad_id } = await adWithForm(world)
  const { leads_export_id: id } = (await world.post('/leads_export', { ad_id, ...days })).body
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const refusal = { status: 404, body: { code: 404, message: 'Invalid leads export id parameter.' } }
  t.match(await world.call('GET', `/v5/ad_accounts/${other}/leads_export/${id}`), refusal)
  t.match(await world.get('/leads_export/1'), refusal)
})

t.test('a direct edit has an export fail, finish or begin anew', async (t) => {
  const world = await mock(t)
  const { id: ad_id } = await adWithForm(world)
  const { leads_export_id: id } = (await world.post('/leads_export', { ad_id, ...days })).body
  const edited = async (export_status: string) => {
    const { body } = await world.call('PATCH', `/__mock/entities/leads_export/${id}`, { export_status })
    t.match(body, { id, export_status })
    return (await world.get(`/leads_export/${id}`)).body
  }
  t.match(await edited('FINISHED'), { export_status: 'FINISHED', download_url: String })
  t.strictSame(await edited('FAILED'), { export_status: 'FAILED', download_url: null })
  t.strictSame(await edited('IN_PROGRESS'), { export_status: 'IN_PROGRESS', download_url: null })
  world.clock.advance(10_000)
  t.match((await world.get(`/leads_export/${id}`)).body, { export_status: 'FINISHED' })
})

t.test('the built-in seed has an export that is finished', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { id } = world.worlds.world('default').db.prepare('SELECT id FROM leads_export').get() as Json
  t.match((await fileOf(world, id)).trim().split('\n'), { length: 3 })
})
