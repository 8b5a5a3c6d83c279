import assert from 'node:assert/strict'
import type { GeneratedClient } from './client.ts'

const account = '549755885262'
const basic = Buffer.from('app:secret').toString('base64')

/** What each generated client has to do, by what it shows. */
export const steps: Readonly<Record<string, (client: GeneratedClient, board: string) => Promise<void>>> = {
  async 'a batch with one valid and one refused item'(client) {
    const campaign = { objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 } as const
    const [created, refused] = await client.createCampaigns(account, [
      { ...campaign, name: 'Generated' },
      { ...campaign, name: 'Both caps', lifetime_spend_cap: 50_000_000 },
    ])
    assert.match(created?.id ?? '', /^\d+$/)
    assert.equal(refused?.id, undefined)
    assert.ok(refused !== undefined && refused.codes.length > 0)
  },
  async 'a list of several statuses, page by page'(client) {
    const ids = await client.listCampaigns(account, ['ACTIVE', 'PAUSED'])
    assert.ok(ids.length > 2)
    assert.equal(new Set(ids).size, ids.length)
  },
  async 'a change of an entity'(client) {
    const [id = ''] = await client.listCampaigns(account, ['ACTIVE'])
    assert.equal(await client.pauseCampaign(account, id), 'PAUSED')
  },
  async 'a report of chosen columns'(client) {
    const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)
    const columns = await client.readReport(account, { start_date: day, end_date: day }, [
      'SPEND_IN_DOLLAR',
      'TOTAL_CLICKTHROUGH',
    ])
    assert.ok(columns.includes('TOTAL_CLICKTHROUGH'), columns.join())
  },
  async 'a Pin, by an option of a union with a discriminator'(client, board) {
    assert.equal(await client.createPin(board, 'https://example.com/image.png'), 'image')
  },
  async 'the error of a whole call'(client) {
    const { status, code } = await client.readUnknownCampaign(account)
    assert.ok(status === 404 || status === undefined)
    assert.ok(code !== undefined && code > 0)
  },
  async 'a token, by a form and the id and secret of an app'(client) {
    assert.equal(await client.requestToken(basic), 'bearer')
  },
}
